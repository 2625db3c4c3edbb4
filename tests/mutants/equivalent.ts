const CHAR_3 = 'the column is char(3): it never holds more than three characters'

/** Mutants that change nothing anybody could notice, each with the reason. A run fails when one of them is caught after all. */
export const equivalent: Record<string, string> = {
  'media_items, CHECK ((((width)::bigint * height) <= 200000000)): ((width)::bigint * height) <= 200000000 is 200000001':
    'no width and height of at most 30,000 each have the product 200,000,001',
  "invoices, CHECK ((currency ~ '^[A-Z]{3}$'::text)): '^[A-Z]{3}$' is '[A-Z]{3}$'": CHAR_3,
  "invoices, CHECK ((currency ~ '^[A-Z]{3}$'::text)): '^[A-Z]{3}$' is '^[A-Z]{3}'": CHAR_3,
}
