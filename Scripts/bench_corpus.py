"""The posts that Scripts/bench builds: the same words, in the same order, on every machine and in every run."""

import datetime
import pathlib
import random

NOUNS = """station platform window river valley bridge harbour lantern garden market mountain cloud letter ticket
carriage engine signal tunnel forest shore island village tower street kitchen table notebook compass map shadow
morning evening winter summer traveller stranger conductor painter baker sailor poet neighbour clock bell door
roof wall field meadow orchard lake stone path corner journey story memory""".split()
VERBS = """crosses follows remembers carries leaves reaches watches draws opens passes finds keeps hears shows turns
lights answers meets holds waits changes repeats measures paints builds""".split()
ADJECTIVES = """quiet narrow early late distant green silver wooden slow bright empty crowded familiar unknown soft
heavy clear warm cold long short patient careful ordinary gentle old new""".split()
ADVERBS = "slowly quietly again never often always almost carefully twice together".split()
STEMS = """travel rail night coast city food history music design photography walking winter summer spring autumn
books maps rivers mountains islands""".split()
ENDINGS = "notes stories guides letters plans ideas people places days tools".split()
TAGS = [f"{stem}-{ending}" for stem in STEMS for ending in ENDINGS]
CODE = {
    "swift": ["func {a}({b}: Int) -> Int {{", "    let {c} = {b} * {n}", "    return {c} + {m}", "}}"],
    "python": ["def {a}({b}):", "    {c} = [x for x in {b} if x > {n}]", '    return {{"{c}": len({c}), "m": {m}}}'],
    "json": ["{{", '  "{a}": {n},', '  "{b}": ["{c}", {m}]', "}}"],
}


class Writer:
    """One post's Markdown, from a generator of its own, so that a post does not depend on how many there are."""

    def __init__(self, number, posts):
        self.number = number
        self.posts = posts
        self.random = random.Random(f"frontis-{number}")

    def noun_phrase(self):
        return f"the {self.random.choice(ADJECTIVES)} {self.random.choice(NOUNS)}"

    def clause(self):
        words = [self.noun_phrase(), self.random.choice(VERBS), self.noun_phrase()]
        if self.random.random() < 0.4:
            words.append(self.random.choice(ADVERBS))
        return " ".join(words)

    def sentence(self):
        text = self.clause()
        roll = self.random.random()
        if roll < 0.3:
            text += f", and {self.clause()}"
        elif roll < 0.4:
            text += f" -- it's what *{self.noun_phrase()}* is for"
        elif roll < 0.5:
            text += f", \"{self.clause()}\""
        elif roll < 0.6:
            text += f" in **{self.noun_phrase()}**"
        elif roll < 0.66:
            text += f" with `{self.random.choice(NOUNS)}-{self.random.randrange(100)}`"
        elif roll < 0.72:
            text += f"; see [{self.noun_phrase()}](/posts/post-{self.random.randrange(self.posts):06}/)"
        elif roll < 0.75:
            text += f", says [the {self.random.choice(NOUNS)}](https://example.com/{self.random.choice(NOUNS)})"
        return text[0].upper() + text[1:] + "."

    def paragraph(self, low=3, high=5):
        return " ".join(self.sentence() for _ in range(self.random.randint(low, high)))

    def bullets(self):
        lines = []
        for _ in range(self.random.randint(3, 5)):
            lines.append(f"- {self.clause()}")
            if self.random.random() < 0.25:
                lines += [f"    - {self.clause()}" for _ in range(2)]
        return "\n".join(lines)

    def numbered(self):
        return "\n".join(f"{item}. {self.clause()}" for item in range(1, self.random.randint(4, 6)))

    def table(self):
        rows = ["| Place | Hour | Remark |", "| --- | ---: | :--- |"]
        for _ in range(self.random.randint(4, 6)):
            hour = f"{self.random.randrange(24)}:{self.random.randrange(60):02}"
            rows.append(f"| {self.random.choice(NOUNS).title()} | {hour} | {self.clause()} |")
        return "\n".join(rows)

    def code(self):
        language = self.random.choice(list(CODE))
        names = dict(zip("abc", self.random.sample(NOUNS, 3)))
        names |= {"n": self.random.randrange(100), "m": self.random.randrange(100)}
        return "\n".join([f"```{language}", *(line.format(**names) for line in CODE[language]), "```"])

    def quote(self):
        return f"> {self.paragraph(1, 2)}"

    def heading(self, level):
        return f"{'#' * level} {self.clause().capitalize()}"

    def post(self):
        title = f"{self.clause().capitalize()}, part {self.number}"
        date = datetime.date(2012, 1, 1) + datetime.timedelta(days=self.random.randrange(5000))
        tags = ", ".join(self.random.sample(TAGS, 3))
        parts = [
            f"---\ntitle: {title}\ndate: {date.isoformat()}\ntags: [{tags}]\n---",
            self.paragraph(),
            self.heading(2), self.paragraph(), self.bullets(), self.paragraph(),
            self.heading(3), self.paragraph(), self.code(),
            self.heading(2), self.paragraph(), self.table(),
            self.heading(3), self.quote(), self.paragraph(),
            self.heading(2), self.numbered(), self.paragraph(), self.paragraph(),
        ]
        return "\n\n".join(parts) + "\n"


def write(folder, posts):
    """Writes `posts` posts and their sections' pages into `folder`; gives the number of bytes."""
    (folder / "posts").mkdir(parents=True)
    (folder / "_index.md").write_text("---\ntitle: Every day a post\n---\n\nA site to measure with.\n")
    (folder / "posts" / "_index.md").write_text("---\ntitle: Posts\n---\n\nEvery post there is.\n")
    size = 0
    for number in range(posts):
        text = Writer(number, posts).post().encode()
        pathlib.Path(folder, "posts", f"post-{number:06}.md").write_bytes(text)
        size += len(text)
    return size
