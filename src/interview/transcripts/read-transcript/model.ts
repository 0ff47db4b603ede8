/** Why a file cannot be read as a transcript. */
export type TranscriptFault =
  | { readonly kind: 'transcript.empty' }
  /** Neither text nor a Word file. */
  | { readonly kind: 'transcript.not_text'; readonly looksLike: 'pdf' | 'old_word' | 'unknown' }
  | { readonly kind: 'transcript.time_unreadable'; readonly line: number; readonly found: string }
  | { readonly kind: 'transcript.too_long' }
  | { readonly kind: 'word_file.damaged' }
  /** More in it, or larger, than any transcript: it is not opened any further. */
  | { readonly kind: 'word_file.too_large' }
  | {
      readonly kind: 'word_file.something_else'
      readonly looksLike: 'workbook' | 'slides' | 'archive'
    }

/** Where in what was said somebody else begins. */
export type Speech = { readonly speaker: string | null; readonly text: string }
