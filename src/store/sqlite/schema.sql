-- The library file. Dates are ISO 8601 and sort as text; spans are byte ranges
-- into the text of an article; `key` is what an article is known by outside.

-- The record: what was read, as it was read.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  published TEXT,
  published_text TEXT,
  source INTEGER REFERENCES source,
  headline TEXT NOT NULL,
  byline TEXT,
  language TEXT,
  url TEXT,
  format TEXT NOT NULL,
  -- Copies of what the analysis says, so that a list reads one table.
  quotes INTEGER NOT NULL DEFAULT 0,
  unattributed INTEGER NOT NULL DEFAULT 0,
  guesses INTEGER NOT NULL DEFAULT 0,
  actors INTEGER NOT NULL DEFAULT 0,
  names BLOB NOT NULL DEFAULT x''
);
CREATE INDEX article_date ON article (published DESC, id DESC);
CREATE TABLE provenance (
  article INTEGER NOT NULL REFERENCES article,
  path TEXT NOT NULL,
  part INTEGER NOT NULL,
  stamp TEXT,
  PRIMARY KEY (path, part)
) WITHOUT ROWID;
CREATE INDEX provenance_article ON provenance (article);
CREATE TABLE body (
  article INTEGER PRIMARY KEY REFERENCES article,
  codec INTEGER NOT NULL DEFAULT 0,
  text NOT NULL,
  blocks BLOB NOT NULL
);

-- Derived: may be emptied and made anew from article and body. `analysis` holds
-- the whole; the tables after it are indexes over it.
CREATE TABLE analysis (
  article INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  -- Which version of the indexes below was written for it.
  indexed INTEGER NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX analysis_version ON analysis (version, indexed);
-- A full name is one actor everywhere; a lone surname or a noun phrase is one
-- only within its article, whose key is then the scope.
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  scope TEXT NOT NULL,
  -- Kept with every change of the tables below: how many rows of `quote` it speaks, and
  -- the sum of its counts in `mention`.
  quotes INTEGER NOT NULL DEFAULT 0,
  mentions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name, kind, scope)
);
-- Other names of an actor that are not part of its name: acronyms, short forms.
CREATE TABLE alias (
  actor INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (actor, name)
) WITHOUT ROWID;
CREATE TABLE quote (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  actor INTEGER,
  rule TEXT,
  confidence INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  continues INTEGER,
  published TEXT
);
CREATE INDEX quote_article ON quote (article);
CREATE INDEX quote_actor ON quote (actor, published DESC);
CREATE TABLE mention (
  actor INTEGER NOT NULL,
  article INTEGER NOT NULL,
  count INTEGER NOT NULL,
  spans BLOB NOT NULL,
  PRIMARY KEY (actor, article)
) WITHOUT ROWID;
CREATE INDEX mention_article ON mention (article);
CREATE VIRTUAL TABLE article_fts USING fts5 (
  headline, body,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
-- `who` and `names` hold one word an actor: "a" and its number; `who` is the
-- speaker, `names` are the actors that the quote itself mentions.
CREATE VIRTUAL TABLE quote_fts USING fts5 (
  words, who, names,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

-- What people decided: never derived, never dropped. Addressed by key and span,
-- so that it outlives a new analysis and a new import.
-- `key` is that of the article, empty for what belongs to none; `value` holds the
-- whole mark as JSON, the columns before it what tells it from others.
CREATE TABLE mark (
  key TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  what TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (key, start, "end", what, name)
) WITHOUT ROWID;
-- What can be taken back and done again: the marks that a deed changed, as JSON.
CREATE TABLE deed (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  steps TEXT NOT NULL
);

-- Numbers that would be slow to count: articles, quotes, revision.
CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value
) WITHOUT ROWID;
INSERT INTO fact VALUES ('articles', 0), ('quotes', 0), ('revision', 0);
