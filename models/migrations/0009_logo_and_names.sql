-- The shop's logo, as it is printed, and the order of Ukrainian names.

-- The logo is a JPEG or PNG file, with the name of the file it was made of, and when it was chosen.
CREATE TABLE logo (
  id        INTEGER PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  file      TEXT    NOT NULL,
  chosen_at INTEGER NOT NULL,
  image     BLOB    NOT NULL CHECK (length(image) BETWEEN 1 AND 524288)
) STRICT;

-- Lists are sorted by name_key. The letters і, є and ґ stand behind all other Cyrillic letters in Unicode, and so at the wrong end of a Ukrainian
-- book: there they are kept as the letter they follow, with one behind it that sorts after all that can follow (see nameKey).
UPDATE customer SET name_key = replace(replace(replace(name_key, 'ґ', 'гӿ'), 'є', 'еӿ'), 'і', 'иӿ') WHERE name_key GLOB '*[ґєі]*';
UPDATE specialist SET name_key = replace(replace(replace(name_key, 'ґ', 'гӿ'), 'є', 'еӿ'), 'і', 'иӿ') WHERE name_key GLOB '*[ґєі]*';
