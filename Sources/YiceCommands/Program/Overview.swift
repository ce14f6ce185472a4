internal import YiceStore

/// What `yice` and `yice --help` print: the commands by what people do with them.
enum Overview {
  static let text = """
    一册 yice \(Tool.version)　义务教育优质均衡台账：每校一个文件，县局合并，算指标，说得清每个数。

    用法：yice 命令 文件 …        （文件总是写在命令后面；命令、表名、列名中英文都可以用）

    文件
      open        打开     在浏览器里打开：看、改、导入、合并、打印，不用记命令
      new         新建     新建学校文件或县级文件
      info        信息     这个文件是谁的，里面有什么
      upgrade     升级     把旧版本写成的文件升级到当前格式
      tables      表       有哪些表；某个表有哪些列、允许填什么
      standards   标准     使用哪一套标准，阈值是多少

    记录
      list        列出     列出一个表的行（--where 列=值、--json、-o 文件）
      show        查看     看一行的全部内容和来历
      add         增加     增加一行：列=值 …
      set         修改     修改一行，或用 --where 修改许多行
      edit        编辑     在编辑器里改一行或许多行，保存退出即写入
      remove      删除     删除一行，或用 --where 删除许多行
      log         历史     谁在什么时候改了什么
      undo        撤销     撤销一次操作

    台账
      ledger      一校一册 标准化建设台账：按应配目录生成、查看、县级汇总
      oversize    大班额   大班额、大校额：建档、核查、销号、毕业、反弹、零增量、学位预测
      rectify     整改     整改清单：提出、进展、提交、核验销号、退回、逾期
      evidence    佐证     佐证材料：附上、列出、取出、检查、略去内容的发送副本

    收发
      sheets      工作表   工作簿里有哪些工作表，各有多少行
      import      导入     导入表格（xlsx、xls、CSV；导出后改好的只写改过的格）
      export      导出     导出一个表：-o 表.xlsx、.csv、.json、.jsonl、.md
      template    模板     填报模板：下拉选项、填写检查、说明
      handover    移交     移交给 DuckDB、PostgreSQL、Spark 等引擎，算全省、全国的指标
      issue       下发     给每所学校写一个发下去的文件
      start       启用     学校据收到的文件建立本校的文件
      pack        打包     打包成可以发送的一个完整文件
      verify      验证     收到的文件是否完整、是谁的
      merge       合并     把收到的文件合并进来
      received    报送     谁报了、谁没报、内容多旧
      conflicts   冲突     两边都改过、等待决定的行
      resolve     决定     对冲突作出决定（--auto 自动合并不同的列）
      diff        比较     两个文件有哪些不同
      key         密钥     签名用的密钥：建立、登记、停用，不收没有签名的文件

    督查
      inspect     督查     做一份督查副本
      opinion     提意见   对一行或一列提审核意见
      opinions    意见     审核意见和答复
      reply       答复     答复一条意见
      close       关闭     关闭一条意见（提出的一方）

    结果
      check       检查     勾稽检查：数据是否对得上
      indicators  指标     七项资源配置指标、差异系数和结论
      form        报表     可打印的申报表、自评表、台账和登记册（--list 列出）
      explain     说明     一个数从哪里来：公式、登记册的行、谁填的、每一步
      assess      评估     政府保障、教育质量、社会认可度、一票否决各项
      gaps        差距     各校还缺多少，先补哪一项
      whatif      试算     改几个数看结论怎样变；--plan 求最省的达标方案
      status      一览     一屏看全县：结论、各本台账和任务的总数、完成、逾期
      series      历年     每项指标每个学年的变化
      report      报告     一页看清全县或一所学校（网页，可打印）

    学年
      year open   学年     开启新学年：登记册带过来，班级升一级
      finish      完成     填完以后一步做完：检查、台账、建档、整改、打包

    电脑
      doctor      体检     这台电脑能不能用：编码、字体、空间、文件夹，并自检一遍

    每个命令的详细用法：yice 命令 --help
    例：yice import 一小.db 教师 教师名册.csv
        yice merge 县.db inbox/*.db
        yice indicators 县.db --year 2022

    """
}
