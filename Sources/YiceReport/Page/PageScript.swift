/// The page's one script: a click on a heading sorts the heat table. The page says the same without it.
/// Decision 0051.
package enum PageScript {
  package static let text = """
    document.querySelectorAll("table.heat").forEach(function(table){
    var body=table.tBodies[0];
    table.querySelectorAll("thead th[data-k]").forEach(function(head){
    var button=document.createElement("button");button.type="button";button.textContent="⇅";
    button.setAttribute("aria-label","按"+head.textContent.trim()+"排序");
    head.insertBefore(button,head.querySelector("small"));
    head.addEventListener("click",function(){
    var column=head.cellIndex,down=head.getAttribute("aria-sort")==="ascending";
    table.querySelectorAll("thead th").forEach(function(other){other.removeAttribute("aria-sort")});
    head.setAttribute("aria-sort",down?"descending":"ascending");
    Array.from(body.rows).map(function(row,i){
    var key=row.cells[column].getAttribute("data-v"),number=parseFloat(key);
    return{row:row,i:i,key:isNaN(number)?(head.dataset.k==="t"?key:-1):number}
    }).sort(function(a,b){
    var order=typeof a.key==="string"?String(a.key).localeCompare(String(b.key),"zh"):a.key-b.key;
    return(down?-order:order)||a.i-b.i
    }).forEach(function(item){body.appendChild(item.row)})
    })})});
    """

  /// Of `text`, base64: the page's policy lets this script run and no other. A test works it out again.
  static let sha256 = "GVv8L8AeuQl9gnpI30mwe54mXrT/uVWZeBWSfBvbr40="
}
