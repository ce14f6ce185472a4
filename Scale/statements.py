"""Texts of SQL as single statements."""


def statements(text):
    """Without comments and empty lines, split at the semicolons that stand outside quotes."""
    found, now, at = [], [], 0
    while at < len(text):
        if text.startswith("--", at):
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
        elif text[at] == "'":
            end = text.index("'", at + 1)
            now.append(text[at : end + 1])
            at = end + 1
        elif text[at] == ";":
            found.append("".join(now).strip())
            now = []
            at += 1
        else:
            now.append(text[at])
            at += 1
    return [s for s in found + ["".join(now).strip()] if s]
