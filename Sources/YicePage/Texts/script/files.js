// Files that are dropped on a place or chosen there, sent one after the other as plain bodies.

/// Sends files to an address; those of one drop go together.
/// - tell: is told how far it is, and with true why it ended.
/// - Returns the program's last answer; null where one was not taken.
export async function send(files, address, most, tell) {
  const all = Array.from(files), large = all.find((file) => file.size > most);
  if (large) {
    tell(`“${large.name}”太大了：最多 ${Math.floor(most / 1048576)} MB。`, true);
    return null;
  }
  let answer = null;
  for (const [i, file] of all.entries()) {
    tell(`正在读取“${file.name}”${all.length > 1 ? `（${i + 1}/${all.length}）` : ""}…`);
    const query = "name=" + encodeURIComponent(file.name) + (answer?.batch ? "&batch=" + answer.batch : "");
    try {
      const response = await fetch(address + (address.includes("?") ? "&" : "?") + query, {
        method: "PUT", body: file, headers: { Accept: "application/json" }
      });
      answer = await response.json();
    } catch {
      tell("没有传上去。请再试一次。", true);
      return null;
    }
    if (answer.error) { tell(answer.error, true); return null; }
  }
  return answer;
}

/// A place that takes files and leads on to what became of them.
export function dropping(place) {
  const input = place.querySelector("input[type=file]"), said = place.querySelector("[role=status]");
  async function take(files) {
    const taken = Array.from(files).slice(0, place.hasAttribute("data-many") ? 1000 : 1);
    const answer = await send(taken, place.dataset.upload, Number(place.dataset.most), (words) => { said.textContent = words; });
    if (answer) location.href = answer.place;
  }
  input.addEventListener("change", () => { take(input.files); });
  for (const kind of ["dragover", "dragenter"]) {
    place.addEventListener(kind, (event) => { event.preventDefault(); place.classList.add("over"); });
  }
  place.addEventListener("dragleave", () => { place.classList.remove("over"); });
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    take(event.dataTransfer.files);
  });
}
