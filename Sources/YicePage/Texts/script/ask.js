// Asks the program, which answers in JSON; with fields it is a POST.
export async function ask(address, fields) {
  const response = await fetch(address, {
    method: fields ? "POST" : "GET", body: fields, headers: { Accept: "application/json" }
  }).catch(() => { throw new Error("程序没有回答。它可能已经结束：请再运行一次 yice open。"); });
  const answer = await response.json();
  if (answer.error) throw new Error(answer.error);
  return answer;
}
