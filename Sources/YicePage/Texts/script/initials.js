// First letters of words' pinyin, by the order that the browser sorts Chinese in. That order holds a mark before the first
// character of each letter, U+FDD0 and the letter (CLDR's tailoring "pinyin" of zh; index characters in UTS 35, part 5), so
// there is no table here. A character that has several readings has the one that it is sorted under.

// No syllable begins with I, U or V.
const LETTERS = Array.from("abcdefghjklmnopqrstwxyz");
const order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

function letter(character) {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const after = LETTERS.filter((letter) => order.compare("\uFDD0" + letter.toUpperCase(), character) <= 0);
  return after.at(-1) ?? character;
}

const known = new Map();

/// 「研究生」 is "yjs"; what is not Chinese stays.
export function initials(word) {
  if (!known.has(word)) known.set(word, Array.from(word, letter).join(""));
  return known.get(word);
}
