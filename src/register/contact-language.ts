/** In SQL, the language of a contact `c`: what it chose, else what it last wrote in; null where it did neither. */
export const LANGUAGE_OF_CONTACT = `coalesce(c.language,
  (select m.language from messages m where m.contact_id = c.id and m.language is not null order by m.id desc limit 1))`
