# The one door. Each line of help stands behind its target.
.DEFAULT_GOAL := help
.PHONY: help demo test peers scale bench lint format schema build package pictures docs setup

ONLY ?=

help: ## 显示这份说明
	@echo '一册 yice'
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \2/p' Makefile | \
		awk '{ printf "  %-4s %-9s", $$1, $$2; $$1 = $$2 = ""; sub(/^ +/, ""); print $$0 }'

demo: ## 用 samples/ 里的虚构县走一遍全过程
	@scripts/setup
	@scripts/demo

test: ## 运行全部测试（完整记录在 .build/test.log）；YICE_EFFORT=20 make test：随机试的多二十倍
	@scripts/test

peers: build ## 与 openpyxl、XlsxWriter、LibreOffice 互读工作簿
	@scripts/peers --install

scale: ## 用 DuckDB、DataFusion、PostgreSQL、Spark 算随机的县，与 yice 逐个数核对
	@scripts/scale

bench: build ## 与同类工具比速度和内存；只跑一项：make bench ONLY=startup
	@Benchmarks/bench $(ONLY)

lint: ## 检查格式和引用方向
	@scripts/setup
	@scripts/lint

format: ## 按 .swift-format 整理 Swift 源码
	@scripts/swift format -i -r -p Package.swift Sources Tests

schema: ## 由 Sources/YiceStore/Catalog 生成 schema.sql、triggers.sql
	@scripts/setup
	@scripts/schema

build: ## 编译发布版 .build/release/yice
	@scripts/setup
	@scripts/build

package: ## 做安装包：.deb 和解开就能用的 .tar.gz（在 .build/package/）
	@scripts/setup package
	@scripts/build
	@scripts/package

pictures: build ## 用 samples/ 重拍 README 里的图片
	@scripts/pictures

docs: ## 做一个文档网站：指南、命令手册、文件格式、开发文档（.build/docs）
	@scripts/setup docs
	@scripts/docs

setup: ## 检查 Swift 工具链，装上缺少的软件包
	@scripts/setup
