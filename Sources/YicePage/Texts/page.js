// The page's one script. Every page works without it, but for dropping files and the grid's keys.
"use strict";
(function () {
  function make(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function ask(address, fields) {
    return fetch(address, {
      method: fields ? "POST" : "GET", body: fields, headers: { Accept: "application/json" }
    }).then(function (response) {
      return response.json().then(function (answer) {
        if (answer.error) throw new Error(answer.error);
        return answer;
      });
    }, function () { throw new Error("程序没有回答。它可能已经结束：请再运行一次 yice open。"); });
  }

  // The program ends ten minutes after the last page has asked for something.
  setInterval(function () { fetch("/alive", { method: "POST" }).catch(function () {}); }, 60000);

  document.querySelectorAll("form[data-ask]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (!window.confirm(form.getAttribute("data-ask"))) event.preventDefault();
    });
  });

  document.querySelectorAll("select[data-go]").forEach(function (select) {
    select.addEventListener("change", function () { select.form.submit(); });
  });

  // MARK: - Files

  document.querySelectorAll("[data-upload]").forEach(function (place) {
    var input = place.querySelector("input[type=file]"), said = place.querySelector("[role=status]");
    function send(files) {
      var most = Number(place.dataset.most), all = Array.from(files).slice(0, place.hasAttribute("data-many") ? 1000 : 1), batch = "";
      var large = all.filter(function (file) { return file.size > most; });
      if (!all.length) return;
      if (large.length) {
        said.textContent = "“" + large[0].name + "”太大了：最多 " + Math.floor(most / 1048576) + " MB。";
        return;
      }
      (function next(i, last) {
        if (i === all.length) { location.href = last; return; }
        said.textContent = "正在读取“" + all[i].name + "”" + (all.length > 1 ? "（" + (i + 1) + "/" + all.length + "）" : "") + "…";
        var address = place.dataset.upload;
        address += (address.indexOf("?") < 0 ? "?" : "&") + "name=" + encodeURIComponent(all[i].name) + (batch ? "&batch=" + batch : "");
        fetch(address, { method: "PUT", body: all[i], headers: { Accept: "application/json" } }).then(function (response) {
          return response.json();
        }).then(function (answer) {
          if (answer.error) { said.textContent = answer.error; return; }
          batch = answer.batch || "";
          next(i + 1, answer.place);
        }, function () { said.textContent = "没有传上去。请再试一次。"; });
      })(0, "");
    }
    input.addEventListener("change", function () { send(input.files); });
    ["dragover", "dragenter"].forEach(function (kind) {
      place.addEventListener(kind, function (event) { event.preventDefault(); place.classList.add("over"); });
    });
    place.addEventListener("dragleave", function () { place.classList.remove("over"); });
    place.addEventListener("drop", function (event) {
      event.preventDefault();
      place.classList.remove("over");
      send(event.dataTransfer.files);
    });
  });

  // MARK: - Blocks as spreadsheet programs copy them

  function blockOf(text) {
    var rows = [[]], cell = "", quoted = false, start = true;
    function close() { rows[rows.length - 1].push(cell); cell = ""; start = true; }
    for (var i = 0; i < text.length; i++) {
      var c = text[i];
      if (quoted) {
        if (c === "\"" && text[i + 1] === "\"") { cell += "\""; i++; }
        else if (c === "\"") quoted = false;
        else if (c !== "\r") cell += c;
      } else if (c === "\"" && start) { quoted = true; start = false; }
      else if (c === "\t") close();
      else if (c === "\n") { close(); rows.push([]); }
      else if (c !== "\r") { cell += c; start = false; }
    }
    if (cell !== "" || rows[rows.length - 1].length) close(); else rows.pop();
    return rows;
  }

  function textOf(rows) {
    return rows.map(function (row) {
      return row.map(function (cell) {
        return /[\t\n"]/.test(cell) ? "\"" + cell.replace(/"/g, "\"\"") + "\"" : cell;
      }).join("\t");
    }).join("\n");
  }

  // MARK: - The grid

  var HEIGHT = 30, PAGE = 200;

  function Grid(root) {
    var address = root.dataset.address, query = root.dataset.query;
    var columns = [], all = [], total = 0, rows = new Map(), added = [], asked = new Set(), schools = {};
    var writable = false, at = { r: 0, c: 0 }, anchor = { r: 0, c: 0 }, mode = null, leaving = false;
    var sending = false, waiting = new Set(), picked = -1, kept = new Map();

    var box = make("div", { "class": "sheet" });
    var table = make("table", { role: "grid", "aria-label": root.dataset.label, "aria-multiselectable": "true" });
    var group = make("colgroup"), head = make("thead"), body = make("tbody");
    table.append(group, head, body);
    var editor = make("textarea", {
      "class": "editor", spellcheck: "false", autocomplete: "off", autocapitalize: "off", rows: "1"
    });
    var list = make("ul", { role: "listbox", id: "choices", "class": "choices", hidden: "", "aria-label": "可选的值" });
    box.append(table, editor, list);
    var told = make("p", { "class": "told", role: "status" });
    var tools = make("div", { "class": "tools" });
    root.replaceChildren(tools, box, told);

    function blank() { return { key: "", version: "", cells: all.map(function () { return ""; }), draft: {}, bad: {}, remark: {}, isNew: true }; }
    function count() { return total + added.length + (writable ? 1 : 0); }
    function rowAt(r) {
      if (r < total) return rows.get(r);
      if (r - total < added.length) return added[r - total];
      return null;
    }
    function ensure(r) {
      while (r - total >= added.length) added.push(blank());
      return rowAt(r);
    }
    function shownText(row, column) {
      var typed = row.draft[column.place];
      return typed !== undefined ? typed : row.cells[column.place];
    }
    function label(row, column) {
      var text = shownText(row, column);
      return column.name === "org_code" && schools[text] ? schools[text] : text;
    }

    // MARK: Reading

    function fetchPage(page) {
      if (asked.has(page)) return Promise.resolve();
      asked.add(page);
      return ask(address + "/rows?" + query + "&from=" + page * PAGE + "&count=" + PAGE).then(function (answer) {
        total = answer.total;
        answer.rows.forEach(function (row, i) { rows.set(answer.from + i, rowOf(row)); });
        draw();
      }, function (error) { asked.delete(page); tell(error.message, true); });
    }
    function need(from, to) {
      var last = Math.min(to, total - 1);
      for (var page = Math.floor(from / PAGE); page * PAGE <= last; page++) fetchPage(page);
    }
    function rowOf(row) {
      var fresh = { key: row[0], version: row[1], cells: row[2], draft: {}, bad: {}, remark: {} }, old = kept.get(row[0]);
      kept.delete(row[0]);
      return old ? Object.assign(fresh, { draft: old.draft, bad: old.bad, refusal: old.refusal }) : fresh;
    }
    /// Reads everything anew; what was typed and is not written stays.
    function reload() {
      rows.forEach(function (row) { if (Object.keys(row.draft).length) kept.set(row.key, row); });
      rows.clear(); asked.clear();
      added = added.filter(function (row) { return row.isNew && Object.keys(row.draft).length; });
      return fetchPage(Math.floor(Math.min(at.r, Math.max(total - 1, 0)) / PAGE)).then(function () { draw(); });
    }

    // MARK: Drawing

    function setUp(answer) {
      all = answer.columns; writable = answer.writable; schools = answer.schools || {};
      all.forEach(function (column, i) { column.place = i; });
      columns = all.filter(function (column) { return !column.hidden; });
      var line = make("tr", { "aria-rowindex": "1" });
      group.append(make("col"));
      group.firstChild.style.width = "52px";
      line.append(make("th", { scope: "col", "class": "corner" }, "行"));
      columns.forEach(function (column, c) {
        var cell = make("th", { scope: "col", "aria-colindex": String(c + 2) }, column.label);
        if (column.required) cell.append(make("span", { "class": "must", title: "必填" }, "＊"));
        cell.title = column.help;
        line.append(cell);
        var wide = column.label.length * 15 + 26;
        answer.rows.slice(0, 60).forEach(function (row) {
          var text = column.name === "org_code" ? schools[row[2][column.place]] || "" : row[2][column.place];
          var long = 0;
          for (var i = 0; i < text.length && i < 40; i++) long += text.charCodeAt(i) > 255 ? 15 : 8.5;
          wide = Math.max(wide, long + 22);
        });
        column.wide = Math.min(Math.max(wide, 64), 320);
        var col = make("col");
        col.style.width = column.wide + "px";
        group.append(col);
      });
      table.style.width = 52 + columns.reduce(function (sum, column) { return sum + column.wide; }, 0) + "px";
      head.append(line);
      table.setAttribute("aria-colcount", String(columns.length + 1));
      if (writable) {
        var undo = make("button", { type: "button" }, "删除所选的行");
        undo.addEventListener("click", removeRows);
        tools.append(undo);
      }
      tools.append(make("span", { "class": "hint" }, writable
        ? "方向键走动，直接打字即改，F2 接着改，Enter、Tab 写入；Ctrl+C、Ctrl+V 与 WPS 互相复制；Ctrl+Z 撤销；先按 Esc 再按 Tab 离开表格。"
        : "这张表在本文件里只能看。"));
    }

    function inside(r, c) {
      return r >= Math.min(at.r, anchor.r) && r <= Math.max(at.r, anchor.r)
        && c >= Math.min(at.c, anchor.c) && c <= Math.max(at.c, anchor.c);
    }

    function draw() {
      if (!columns.length) return;
      var first = Math.max(0, Math.floor(box.scrollTop / HEIGHT) - 8);
      var last = Math.min(count() - 1, first + Math.ceil(box.clientHeight / HEIGHT) + 16);
      need(first, last);
      table.setAttribute("aria-rowcount", String(count() + 1));
      var lines = [spacer(first * HEIGHT)];
      for (var r = first; r <= last; r++) lines.push(line(r));
      lines.push(spacer((count() - 1 - last) * HEIGHT));
      body.replaceChildren.apply(body, lines);
      place();
    }
    function spacer(height) {
      var row = make("tr", { "aria-hidden": "true", "class": "spacer" });
      var cell = row.appendChild(make("td"));
      cell.colSpan = columns.length + 1;
      cell.style.height = Math.max(0, height) + "px";
      return row;
    }
    function line(r) {
      var row = rowAt(r), element = make("tr", { "aria-rowindex": String(r + 2) });
      element.style.height = HEIGHT + "px";
      var isBlank = !row && r >= total;
      var number = make("th", { scope: "row", "class": "number" }, isBlank ? "＋" : String(r + 1));
      if (isBlank) number.title = "在这里写，就增加一行";
      if (row && row.refusal) { number.className += " bad"; number.title = row.refusal; }
      else if (row && row.isNew && lacking(row).length) {
        number.className += " open"; number.title = "还缺：" + lacking(row).join("、");
      }
      element.append(number);
      columns.forEach(function (column, c) {
        var cell = make("td", { role: "gridcell", "aria-colindex": String(c + 2), id: "c" + r + "-" + c });
        cell.dataset.r = r; cell.dataset.c = c;
        var classes = [];
        if (column.number) classes.push("n");
        if (row) {
          var text = label(row, column);
          cell.textContent = text;
          if (row.bad[column.place]) { classes.push("bad"); cell.setAttribute("aria-invalid", "true"); cell.title = row.bad[column.place]; }
          else if (row.refusal && row.draft[column.place] !== undefined) { classes.push("bad"); cell.setAttribute("aria-invalid", "true"); cell.title = row.refusal; }
          else if (row.draft[column.place] !== undefined) classes.push("draft");
          else if (row.remark[column.place]) { classes.push("remark"); cell.title = row.remark[column.place]; }
          if (column.key && !row.isNew) classes.push("fixed");
        } else if (!isBlank) cell.textContent = "…";
        if (inside(r, c)) { classes.push("in"); cell.setAttribute("aria-selected", "true"); }
        if (r === at.r && c === at.c) classes.push("at");
        cell.className = classes.join(" ");
        element.append(cell);
      });
      return element;
    }

    /// Puts the editor upon the cell it stands for.
    function place() {
      var cell = document.getElementById("c" + at.r + "-" + at.c), column = columns[at.c], row = rowAt(at.r);
      if (cell) {
        editor.style.left = cell.offsetLeft + "px";
        editor.style.top = cell.offsetTop + "px";
        editor.style.width = cell.offsetWidth + "px";
        editor.style.height = (mode && column.prose ? HEIGHT * 4 : HEIGHT) + "px";
        list.style.left = cell.offsetLeft + "px";
        list.style.top = cell.offsetTop + HEIGHT + "px";
        list.style.minWidth = cell.offsetWidth + "px";
      }
      editor.classList.toggle("open", Boolean(mode));
      editor.readOnly = !writable || Boolean(column.key && row && !row.isNew);
      var text = row ? label(row, column) : "";
      var why = row ? row.bad[column.place] || row.refusal || row.remark[column.place] : "";
      editor.setAttribute("aria-label", "第 " + (at.r + 1) + " 行，" + column.label + "：" + (text || "空") + (why ? "。" + why : ""));
    }
    function hint() {
      var row = rowAt(at.r), column = columns[at.c];
      var why = row ? row.bad[column.place] || row.refusal || row.remark[column.place] : "";
      if (why) tell(why, true);
      else if (row && row.isNew && lacking(row).length) tell("新的一行还缺：" + lacking(row).join("、") + "，填了才写入。");
      else if (column.key && row && !row.isNew && writable) tell("“" + column.label + "”指明是哪一行，不能改；要改请新增一行再删去旧行。");
      else tell(column.label + "：" + column.help);
    }
    function tell(words, isBad) { told.textContent = words; told.classList.toggle("bad", Boolean(isBad)); }

    // MARK: Moving

    function go(r, c, extend) {
      at = { r: Math.max(0, Math.min(r, count() - 1)), c: Math.max(0, Math.min(c, columns.length - 1)) };
      if (!extend) anchor = { r: at.r, c: at.c };
      var top = at.r * HEIGHT, high = box.clientHeight - head.offsetHeight - HEIGHT;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top > box.scrollTop + high) box.scrollTop = top - high;
      draw();
      var cell = document.getElementById("c" + at.r + "-" + at.c);
      if (cell) {
        var left = cell.offsetLeft - 52;
        if (left < box.scrollLeft) box.scrollLeft = Math.max(0, left);
        else if (cell.offsetLeft + cell.offsetWidth > box.scrollLeft + box.clientWidth)
          box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
      }
      need(Math.min(at.r, anchor.r), Math.max(at.r, anchor.r));
      if (!sending) hint();
    }

    // MARK: Editing

    /// A dialog that closes gives the focus back, but not the caret: what is typed would go nowhere.
    function takeUp() {
      if (document.activeElement === editor) editor.blur();
      editor.focus({ preventScroll: true });
    }
    function open(how, text) {
      if (editor.readOnly) return;
      mode = how;
      if (text !== null) editor.value = text;
      place();
      offer();
    }
    function shut() {
      mode = null;
      editor.value = "";
      list.hidden = true;
      editor.removeAttribute("aria-activedescendant");
      place();
    }
    function take() {
      if (!mode) return;
      var chosen = !list.hidden && picked >= 0 ? list.children[picked].dataset.value : editor.value;
      shut();
      var row = rowAt(at.r);
      if (row ? chosen !== shownText(row, columns[at.c]) : chosen !== "") put([{ r: at.r, c: at.c, text: chosen }]);
    }
    function offer() {
      var column = columns[at.c];
      if (!column.choices.length) { list.hidden = true; picked = -1; return; }
      var typed = mode === "all" ? "" : editor.value.trim();
      var fitting = column.choices.filter(function (choice) { return choice.indexOf(typed) >= 0; });
      list.replaceChildren.apply(list, fitting.map(function (choice, i) {
        var item = make("li", { role: "option", id: "choice" + i }, choice || "（空）");
        item.dataset.value = choice;
        return item;
      }));
      list.hidden = !fitting.length;
      pick(typed && fitting.length ? 0 : -1);
    }
    function pick(n) {
      picked = n;
      Array.from(list.children).forEach(function (item, i) { item.setAttribute("aria-selected", String(i === n)); });
      if (n >= 0) {
        editor.setAttribute("aria-activedescendant", "choice" + n);
        list.children[n].scrollIntoView({ block: "nearest" });
      } else editor.removeAttribute("aria-activedescendant");
    }

    editor.addEventListener("compositionstart", function () { if (!mode) open("type", null); });
    editor.addEventListener("input", function () {
      if (!mode) open("type", null);
      if (mode === "all") mode = "type";
      offer();
    });
    editor.addEventListener("blur", function () { take(); });
    editor.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      var key = event.key, command = event.ctrlKey || event.metaKey, used = true;
      var wasLeaving = leaving;
      leaving = false;
      if (mode) {
        var isList = !list.hidden && list.children.length > 0;
        if (key === "Escape") shut();
        else if (key === "Enter" && event.altKey && columns[at.c].prose) editor.setRangeText("\n", editor.selectionStart, editor.selectionEnd, "end");
        else if (key === "Enter") { take(); go(at.r + (event.shiftKey ? -1 : 1), at.c); }
        else if (key === "Tab") { take(); next(event.shiftKey); }
        else if (isList && key === "ArrowDown") pick(Math.min(picked + 1, list.children.length - 1));
        else if (isList && key === "ArrowUp") pick(Math.max(picked - 1, 0));
        else if (mode === "type" && /^Arrow/.test(key)) { take(); arrow(event); }
        else used = false;
      }
      else if (/^Arrow/.test(key) || key === "Home" || key === "End" || key === "PageUp" || key === "PageDown") arrow(event);
      else if (key === "Tab") {
        var isEnd = event.shiftKey ? at.r === 0 && at.c === 0 : at.r === count() - 1 && at.c === columns.length - 1;
        if (wasLeaving || isEnd) used = false; else next(event.shiftKey);
      }
      else if (key === "Escape") { leaving = true; anchor = { r: at.r, c: at.c }; draw(); tell("按 Tab 离开表格。"); }
      else if (key === "Enter") {
        if (columns[at.c].choices.length && rowAt(at.r) && !editor.readOnly) edit(); else go(at.r + (event.shiftKey ? -1 : 1), at.c);
      }
      else if (key === "F2") edit();
      else if (key === "Delete" || key === "Backspace") clear();
      else if (command && key === "z") step("undo");
      else if (command && (key === "y" || (event.shiftKey && key === "Z"))) step("redo");
      else if (command && key === "a") { anchor = { r: 0, c: 0 }; at = { r: Math.max(0, total + added.length - 1), c: columns.length - 1 }; draw(); need(0, total - 1); }
      else if (command && key === "f") { var search = document.querySelector("input[name=q]"); if (search) search.focus(); }
      else used = false;
      if (used) event.preventDefault();
    });
    function edit() {
      var row = rowAt(at.r);
      open(columns[at.c].choices.length ? "all" : "edit", row ? shownText(row, columns[at.c]) : "");
    }
    function arrow(event) {
      var command = event.ctrlKey || event.metaKey, far = Math.max(1, Math.floor(box.clientHeight / HEIGHT) - 2);
      var r = at.r, c = at.c;
      switch (event.key) {
      case "ArrowUp": r = command ? 0 : r - 1; break;
      case "ArrowDown": r = command ? count() - 1 : r + 1; break;
      case "ArrowLeft": c = command ? 0 : c - 1; break;
      case "ArrowRight": c = command ? columns.length - 1 : c + 1; break;
      case "PageUp": r -= far; break;
      case "PageDown": r += far; break;
      case "Home": c = 0; if (command) r = 0; break;
      case "End": c = columns.length - 1; if (command) r = count() - 1; break;
      }
      go(r, c, event.shiftKey);
    }
    function next(isBack) {
      var c = at.c + (isBack ? -1 : 1), r = at.r;
      if (c < 0) { c = columns.length - 1; r--; }
      if (c >= columns.length) { c = 0; r++; }
      go(r, c);
    }

    box.addEventListener("mousedown", function (event) {
      var item = event.target.closest("li[role=option]");
      if (item) { event.preventDefault(); editor.value = item.dataset.value; picked = -1; list.hidden = true; take(); return; }
      var cell = event.target.closest("td[data-r]");
      if (!cell) return;
      event.preventDefault();
      take();
      go(Number(cell.dataset.r), Number(cell.dataset.c), event.shiftKey);
      takeUp();
      // Not by dblclick: the cell that was pressed first has been drawn anew since.
      if (event.detail === 2) { edit(); return; }
      function drag(move) {
        var over = move.target.closest && move.target.closest("td[data-r]");
        if (over && (Number(over.dataset.r) !== at.r || Number(over.dataset.c) !== at.c)) {
          at = { r: Number(over.dataset.r), c: Number(over.dataset.c) };
          draw();
        }
      }
      box.addEventListener("mousemove", drag);
      document.addEventListener("mouseup", function () { box.removeEventListener("mousemove", drag); }, { once: true });
    });
    var drawing = false;
    box.addEventListener("scroll", function () {
      if (drawing) return;
      drawing = true;
      requestAnimationFrame(function () { drawing = false; draw(); });
    });
    window.addEventListener("resize", draw);

    // MARK: Blocks

    function block() {
      return { top: Math.min(at.r, anchor.r), bottom: Math.max(at.r, anchor.r), left: Math.min(at.c, anchor.c), right: Math.max(at.c, anchor.c) };
    }
    function copy(event) {
      if (mode) return false;
      var part = block(), lines = [];
      for (var r = part.top; r <= part.bottom; r++) {
        var row = rowAt(r);
        if (!row && r < total) { tell("还在读取这些行，请稍等再复制。", true); event.preventDefault(); return false; }
        if (!row) continue;
        lines.push(columns.slice(part.left, part.right + 1).map(function (column) { return shownText(row, column); }));
      }
      event.preventDefault();
      event.clipboardData.setData("text/plain", textOf(lines));
      tell("复制了 " + lines.length + " 行。");
      return true;
    }
    editor.addEventListener("copy", copy);
    editor.addEventListener("cut", function (event) { if (copy(event)) clear(); });
    editor.addEventListener("paste", function (event) {
      if (mode) return;
      event.preventDefault();
      if (!writable) return;
      var pasted = blockOf(event.clipboardData.getData("text/plain")), part = block(), cells = [];
      // One value fills the block that is selected.
      if (pasted.length === 1 && pasted[0].length === 1) {
        for (var y = part.top; y <= part.bottom; y++)
          for (var x = part.left; x <= part.right; x++) cells.push({ r: y, c: x, text: pasted[0][0] });
      } else pasted.forEach(function (line, i) {
        line.forEach(function (text, j) {
          if (part.left + j < columns.length) cells.push({ r: part.top + i, c: part.left + j, text: text });
        });
      });
      var over = pasted.some(function (line) { return part.left + line.length > columns.length; });
      anchor = { r: part.top, c: part.left };
      put(cells);
      at = { r: part.top + Math.max(pasted.length, 1) - 1, c: Math.min(columns.length - 1, part.left + Math.max(1, pasted[0] ? pasted[0].length : 1) - 1) };
      draw();
      tell("粘贴了 " + pasted.length + " 行，正在写入…" + (over ? "右边多出的列没有地方放。" : ""), over);
    });
    function clear() {
      var part = block(), cells = [];
      for (var r = part.top; r <= part.bottom; r++)
        for (var c = part.left; c <= part.right; c++)
          if (rowAt(r) && shownText(rowAt(r), columns[c]) !== "" && !(columns[c].key && !rowAt(r).isNew)) cells.push({ r: r, c: c, text: "" });
      if (cells.length) put(cells);
    }

    // MARK: Writing

    function lacking(row) {
      return all.filter(function (column) {
        return column.required && !column.filled && !shownText(row, column);
      }).map(function (column) { return column.label; });
    }
    function put(cells) {
      if (!writable) return;
      var fixed = 0;
      cells.forEach(function (cell) {
        var row = cell.r < total ? rowAt(cell.r) : ensure(cell.r), column = columns[cell.c];
        if (!row) return;
        if (column.key && !row.isNew) {
          if (cell.text !== row.cells[column.place]) { row.bad[column.place] = "这一格指明是哪一行，不能改；粘贴的是“" + cell.text + "”。"; fixed++; }
          return;
        }
        if (row.draft[column.place] === undefined && row.cells[column.place] === cell.text) return;
        row.draft[column.place] = cell.text;
        delete row.bad[column.place]; delete row.remark[column.place]; row.refusal = null;
        waiting.add(row);
      });
      draw();
      if (fixed) tell(fixed + " 格指明是哪一行，没有改。", true);
      flush();
    }
    function flush() {
      if (sending) return;
      var batch = Array.from(waiting).filter(function (row) { return !(row.isNew && lacking(row).length); });
      batch.forEach(function (row) { waiting.delete(row); });
      batch = batch.filter(function (row) { return Object.keys(row.draft).length; });
      if (!batch.length) return;
      var fields = new URLSearchParams(), sent = batch.map(function (row) { return Object.assign({}, row.draft); });
      batch.forEach(function (row, i) {
        fields.append("row", row.key); fields.append("version", row.version);
        Object.keys(sent[i]).forEach(function (placeOf) { fields.append("c." + all[placeOf].name, sent[i][placeOf]); });
        if (row.isNew && root.dataset.school && sent[i][0] === undefined) fields.append("c.org_code", root.dataset.school);
      });
      write(fields, batch, sent);
    }
    function write(fields, batch, sent) {
      sending = true;
      tell("正在写入…");
      return ask(address + "/write?" + query, fields).then(function (answer) {
        sending = false;
        answer.lines.forEach(function (line, i) { settle(batch[i], sent[i], line); });
        bar(answer);
        draw();
        summary(answer.lines);
        flush();
      }, function (error) {
        sending = false;
        // Sent again with whatever is typed next.
        batch.forEach(function (row) { row.refusal = error.message; waiting.add(row); });
        draw();
        tell(error.message, true);
      });
    }
    function settle(row, sent, line) {
      row.bad = {}; row.remark = {};
      Object.keys(line.remarks || {}).forEach(function (name) { row.remark[placeOf(name)] = line.remarks[name]; });
      Object.keys(line.problems || {}).forEach(function (name) { row.bad[placeOf(name)] = line.problems[name]; });
      row.refusal = line.refusal || null;
      if (line.clash) { clashes.push({ row: row, line: line }); showClash(); return; }
      if (line.removed) { row.isGone = true; return; }
      if (!line.row || line.refusal) return;
      row.key = line.row[0]; row.version = line.row[1]; row.cells = line.row[2]; row.isNew = false;
      Object.keys(sent).forEach(function (at) {
        // Typed again meanwhile: that is sent next.
        if (row.draft[at] === sent[at] && !row.bad[at]) delete row.draft[at];
      });
    }
    function placeOf(name) { return all.findIndex(function (column) { return column.name === name; }); }
    function summary(lines) {
      var bad = 0, held = 0;
      lines.forEach(function (line) { bad += Object.keys(line.problems || {}).length; if (line.refusal) held++; });
      if (bad || held) {
        var first = lines.find(function (line) { return line.refusal || Object.keys(line.problems || {}).length; });
        var why = first.refusal || first.problems[Object.keys(first.problems)[0]];
        tell((bad ? bad + " 格没有写入（标红）" : "") + (bad && held ? "，" : "") + (held ? held + " 行没有写入（标红）" : "") + "：" + why, true);
      } else {
        var written = lines.filter(function (line) { return line.written; }).length;
        if (written || !clashes.length) tell(written ? "已写入 " + written + " 行。" : "与文件里的相同，没有改动。");
        else tell("没有写入：别处也改了。", true);
      }
    }

    function removeRows() {
      var part = block(), batch = [];
      for (var r = part.top; r <= part.bottom; r++) if (rowAt(r) && r < total + added.length) batch.push(rowAt(r));
      added = added.filter(function (row) { return !(row.isNew && batch.indexOf(row) >= 0); });
      batch = batch.filter(function (row) { return !row.isNew; });
      if (!batch.length) { draw(); return; }
      if (!window.confirm("要删除所选的 " + batch.length + " 行吗？可以撤销。")) return;
      var fields = new URLSearchParams();
      batch.forEach(function (row) { fields.append("row", row.key); fields.append("version", row.version); fields.append("remove", "1"); });
      write(fields, batch, batch.map(function () { return {}; })).then(function () {
        added = added.filter(function (row) { return !row.isGone; });
        anchor = at = { r: part.top, c: at.c };
        return reload();
      });
    }

    // MARK: Two writers

    var clashes = [], dialog = make("dialog", { "class": "clash", "aria-labelledby": "clash-title" });
    root.append(dialog);
    function showClash() {
      if (dialog.open || !clashes.length) return;
      var one = clashes[0], row = one.row, now = one.line.row, clash = one.line.clash;
      var lines = make("tbody");
      Object.keys(row.draft).forEach(function (at) {
        var line = make("tr");
        line.append(make("th", { scope: "row" }, all[at].label), make("td", {}, row.cells[at] || "（空）"), make("td", {}, row.draft[at] || "（空）"), make("td", {}, now ? now[2][at] || "（空）" : "（已删除）"));
        lines.append(line);
      });
      if (now) now[2].forEach(function (text, at) {
        if (row.draft[at] !== undefined || text === row.cells[at]) return;
        var line = make("tr");
        line.append(make("th", { scope: "row" }, all[at].label), make("td", {}, row.cells[at] || "（空）"), make("td", {}, "（没有改）"), make("td", {}, text || "（空）"));
        lines.append(line);
      });
      var heads = make("tr");
      ["列", "原来", "你写的", "现在文件里的"].forEach(function (word) { heads.append(make("th", { scope: "col" }, word)); });
      var table = make("table"), top = make("thead");
      top.append(heads);
      table.append(top, lines);
      var words = "这一行在你改的时候被" + (clash.author ? "“" + clash.author + "”" : "别处") + (clash.at ? "于 " + clash.at : "") + (now ? "改过" : "删去") + "。两边都没有丢，请选一个。";
      var mine = make("button", { type: "button" }, now ? "用我写的" : "作为新的一行写入"), theirs = make("button", { type: "button" }, now ? "用现在文件里的" : "放弃我写的");
      mine.addEventListener("click", function () {
        if (now) { row.version = now[1]; row.cells = now[2]; }
        else {
          all.forEach(function (column, at) { if (row.draft[at] === undefined && row.cells[at] && !column.filled) row.draft[at] = row.cells[at]; });
          row.key = ""; row.version = ""; row.isNew = true;
        }
        waiting.add(row);
        decided();
      });
      theirs.addEventListener("click", function () {
        row.draft = {}; row.bad = {};
        if (now) { row.version = now[1]; row.cells = now[2]; decided(); } else { decided(); reload(); }
      });
      var buttons = make("p", { "class": "buttons" });
      buttons.append(mine, theirs);
      dialog.replaceChildren(make("h2", { id: "clash-title" }, "两边都改了这一行：" + row.key), make("p", {}, words), table, buttons);
      dialog.showModal();
    }
    function decided() {
      clashes.shift();
      dialog.close();
      draw();
      flush();
      showClash();
      if (!dialog.open) takeUp();
    }
    dialog.addEventListener("cancel", function (event) { event.preventDefault(); });

    // MARK: Undo

    function step(what) {
      var form = document.getElementById(what);
      if (!form) { tell(what === "undo" ? "没有可以撤销的操作。" : "没有可以恢复的操作。"); return; }
      ask("/undo", new URLSearchParams(new FormData(form))).then(function (answer) {
        bar(answer);
        return reload().then(function () { tell(answer.words); });
      }, function (error) { tell(error.message, true); });
    }
    function bar(answer) {
      ["undo", "redo"].forEach(function (what) {
        var form = document.getElementById(what), next = answer[what];
        form.hidden = !next;
        if (!next) return;
        form.querySelector("input[name=revision]").value = next.revision;
        form.querySelector("button").textContent = next.words;
      });
    }
    ["undo", "redo"].forEach(function (what) {
      document.getElementById(what).addEventListener("submit", function (event) { event.preventDefault(); step(what); });
    });
    window.addEventListener("beforeunload", function (event) {
      var left = added.concat(Array.from(rows.values())).some(function (row) { return Object.keys(row.draft).length; });
      if (left) event.preventDefault();
    });

    ask(address + "/rows?" + query + "&from=0&count=" + PAGE + "&columns=1").then(function (answer) {
      total = answer.total;
      asked.add(0);
      answer.rows.forEach(function (row, i) { rows.set(i, rowOf(row)); });
      setUp(answer);
      draw();
      root.dataset.ready = "1";
      hint();
    }, function (error) { tell(error.message, true); });
  }

  document.querySelectorAll("[data-grid]").forEach(Grid);
})();
