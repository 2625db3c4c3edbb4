import { TRANSITION_KINDS } from '@/domain/transitionKinds'
/** SQL expressions that a column takes and that it refuses, at the edges. */
export interface Bounds {
  takes: string[]
  refuses: string[]
}

const POSITIVE = { takes: ['1'], refuses: ['0', '-1'] }
const NOT_NEGATIVE = { takes: ['0', '1'], refuses: ['-1'] }
const HASH = {
  takes: [`repeat('a', 64)`],
  refuses: [`repeat('a', 63)`, `repeat('a', 65)`, `repeat('A', 64)`, `''`],
}
const box = (change: object) => `'${JSON.stringify({ x: 0.1, y: 0.2, width: 0.3, height: 0.4, ...change })}'`
const FOCUS = {
  takes: [
    'null',
    box({}),
    box({ x: 0, y: 0, width: 1, height: 1 }),
    box({ x: 1, y: 1, width: 0, height: 0 }),
  ],
  refuses: [
    `'null'`,
    `'[]'`,
    `'{}'`,
    `'"x"'`,
    ...['x', 'y', 'width', 'height'].flatMap((side) => [
      box({ [side]: -0.01 }),
      box({ [side]: 1.01 }),
      box({ [side]: '0.5' }),
      box({ [side]: null }),
      box({ [side]: undefined }),
    ]),
    box({ depth: 0.1 }),
  ],
}
const card = (change: object) =>
  `'${JSON.stringify({ text: 'The sea', subtitle: '', seconds: 3, side: 'before', ...change })}'`
const CARD = {
  takes: [
    'null',
    card({}),
    card({ side: 'after', seconds: 1 }),
    card({ seconds: 20, text: 'x'.repeat(120), subtitle: 'x'.repeat(200) }),
  ],
  refuses: [
    `'null'`,
    `'[]'`,
    `'{}'`,
    card({ text: '' }),
    card({ text: '  ' }),
    card({ text: 'x'.repeat(121) }),
    card({ text: 1 }),
    card({ text: undefined }),
    card({ subtitle: 'x'.repeat(201) }),
    card({ subtitle: null }),
    card({ subtitle: undefined }),
    card({ seconds: 0.9 }),
    card({ seconds: 20.1 }),
    card({ seconds: '3' }),
    card({ seconds: undefined }),
    card({ side: 'over' }),
    card({ side: null }),
    card({ side: undefined }),
    card({ color: 'red' }),
  ],
}
const ANALYSIS = {
  takes: [`'{}'`, `'{"version": 1}'`, `jsonb_build_object('a', repeat('x', 65527))`],
  refuses: [`'[]'`, `'null'`, `'1'`, `jsonb_build_object('a', repeat('x', 65528))`],
}
const FILENAME = { takes: [`'a'`, `repeat('x', 255)`], refuses: [`''`, `repeat('x', 256)`] }

/** Every column that has bounds. Past all grants, as the billing side and the queue write: no role gets beyond them. */
export const columnValues: Record<string, Record<string, Bounds>> = {
  plans: {
    id: { takes: [`'free'`], refuses: [`'gold'`] },
    monthly_videos: NOT_NEGATIVE,
    max_storage_bytes: NOT_NEGATIVE,
    max_photos: POSITIVE,
    max_duration_seconds: { takes: ['5', '1800'], refuses: ['4', '1801'] },
    max_active_jobs: POSITIVE,
  },
  users: {
    display_name: { takes: [`''`, `repeat('x', 80)`], refuses: [`repeat('x', 81)`] },
    avatar_path: {
      takes: ['null', `id || '/' || id || '.jpg'`, `id || '/' || id || '.avif'`],
      refuses: [
        `''`,
        `id || '/' || id || '.svg'`,
        `id || '/' || id || '.jpg.html'`,
        `'/' || id || '/' || id || '.jpg'`,
        `id || '/../' || id || '.jpg'`,
        `id || '.jpg'`,
      ],
    },
    language: { takes: [`'de'`, `'pt-BR'`], refuses: [`''`, `'english'`, `'EN'`, `'en-gb'`, `'en-GBR'`] },
    total_storage_bytes: NOT_NEGATIVE,
  },
  subscriptions: { status: { takes: [`'active'`, `'past_due'`, `'canceled'`], refuses: [`'gratis'`, `''`] } },
  usage_counters: { videos: NOT_NEGATIVE },
  invoices: {
    number: { takes: [`'1'`, `repeat('1', 64)`], refuses: [`''`, `repeat('1', 65)`] },
    amount_cents: NOT_NEGATIVE,
    currency: { takes: [`'EUR'`], refuses: [`'eur'`, `'EU'`, `'E1R'`] },
    status: { takes: [`'open'`, `'paid'`, `'void'`, `'uncollectible'`], refuses: [`'stolen'`] },
    hosted_url: {
      takes: ['null', `'https://a'`],
      refuses: [`'http://a'`, `'javascript:alert(1)'`, `' https://a'`],
    },
    period_end: { takes: [`period_start`, `period_start + 1`], refuses: [`period_start - 1`] },
  },
  video_projects: {
    title: {
      takes: [`'x'`, `repeat('x', 120)`, `' x '`],
      refuses: [`''`, `'   '`, `repeat('x', 121)`, `repeat(' ', 119) || '  x'`],
    },
    description: { takes: [`''`, `repeat('x', 2000)`], refuses: [`repeat('x', 2001)`] },
    style: { takes: [`'classic'`, `'modern'`, `'cinematic'`, `'vintage'`], refuses: [`''`, `'Classic'`] },
    duration_seconds: { takes: ['5', '1800'], refuses: ['4', '1801', '-60'] },
    aspect_ratio: { takes: [`'16:9'`, `'9:16'`, `'1:1'`, `'4:5'`], refuses: [`'21:9'`, `'16/9'`, `''`] },
    music: {
      takes: [`'{"kind": "none"}'`, `'{"kind": "score", "mood": "warm", "seed": 2147483647}'`],
      refuses: [
        `'{}'`,
        `'null'`,
        `'{"kind": "none", "more": 1}'`,
        `'{"kind": "score", "mood": "warm", "seed": 2147483648}'`,
        `'{"kind": "score", "mood": "warm", "seed": 1.5}'`,
        `'{"kind": "score", "mood": "warm", "seed": 1, "more": 1}'`,
        `'{"kind": "score", "mood": "loud", "seed": 1}'`,
        `'{"kind": "track", "trackId": "../a.mp3"}'`,
        `'{"kind": "track", "trackId": 1}'`,
      ],
    },
    status: {
      takes: [`'draft'`, `'processing'`, `'completed'`, `'failed'`],
      refuses: [`'cancelled'`, `'published'`],
    },
  },
  project_members: { role: { takes: [`'viewer'`, `'editor'`], refuses: [`'owner'`, `''`, `'Editor'`] } },
  project_invitations: {
    email: {
      takes: [`'x@y'`, `repeat('x', 248) || '@y.com'`],
      refuses: [`''`, `'x'`, `'X@y'`, `'x@y z'`, `'a@b@c'`, `'@y'`, `'x@'`, `repeat('x', 249) || '@y.com'`],
    },
    role: { takes: [`'viewer'`, `'editor'`], refuses: [`'owner'`, `''`] },
  },
  'private.uploads': { bytes: POSITIVE },
  media_items: {
    original_filename: FILENAME,
    mime_type: {
      takes: [`'image/jpeg'`, `'image/png'`, `'image/webp'`, `'image/avif'`],
      refuses: [`'image/svg+xml'`, `'text/html'`, `'image/gif'`, `'audio/mpeg'`, `''`],
    },
    bytes: POSITIVE,
    width: { takes: ['1', '30000'], refuses: ['0', '30001', '-1'] },
    height: { takes: ['1', '30000'], refuses: ['0', '30001', '-1'] },
    taken_at: {
      takes: ['null', `'2025-07-01T12:30:00'`],
      refuses: [
        `''`,
        `'2025-07-01'`,
        `'2025-07-01T12:30:00Z'`,
        `'2025-07-01 12:30:00'`,
        `'x2025-07-01T12:30:00'`,
      ],
    },
    utc_offset_minutes: { takes: ['null', '-1440', '1440'], refuses: ['-1441', '1441'] },
    content_hash: HASH,
    analysis: ANALYSIS,
    thumbnail_path: { takes: ['null', `storage_path || '.jpg'`], refuses: ['storage_path'] },
  },
  audio_tracks: {
    original_filename: FILENAME,
    mime_type: {
      takes: [`'audio/mpeg'`, `'audio/mp4'`, `'audio/aac'`, `'audio/wav'`, `'audio/ogg'`, `'audio/flac'`],
      refuses: [`''`, `'image/jpeg'`, `'text/html'`, `'audio/x'`],
    },
    bytes: POSITIVE,
    duration_seconds: { takes: ['0.01', '14400'], refuses: ['0', '-1', '14400.01'] },
    content_hash: HASH,
    analysis: ANALYSIS,
  },
  photos: {
    position: {
      takes: [`'a'`, `'Zz09'`, `repeat('a', 200)`],
      refuses: [`''`, `'a b'`, `'a-1'`, `'ä'`, `repeat('a', 201)`, `E'a\\n'`],
    },
    caption: { takes: [`''`, `repeat('x', 200)`], refuses: [`repeat('x', 201)`] },
    choice: { takes: [`'auto'`, `'keep'`, `'skip'`], refuses: [`''`, `'always'`] },
    focus: FOCUS,
    hold_seconds: { takes: ['null', '0.5', '120', '4.25'], refuses: ['0.49', '0', '-1', '120.01'] },
    entrance: {
      takes: ['null', ...TRANSITION_KINDS.map((kind) => `'${kind}'`)],
      refuses: [`''`, `'spin'`, `'Cut'`],
    },
    card: CARD,
  },
  notifications: {
    kind: {
      takes: [
        `'video_completed'`,
        `'video_failed'`,
        `'project_invited'`,
        `'invitation_accepted'`,
        `'membership_ended'`,
        `'role_changed'`,
        `'member_left'`,
      ],
      refuses: [`''`, `'advertisement'`],
    },
  },
  generated_videos: {
    cut: {
      takes: [`'a'`, `'60s-9:16'`, `repeat('a', 40)`],
      refuses: [`''`, `'A'`, `'-a'`, `'a b'`, `'../a'`, `repeat('a', 41)`],
    },
    status: { takes: ['status'], refuses: [`'paused'`] },
    stage: { takes: ['null', `repeat('x', 40)`], refuses: [`repeat('x', 41)`] },
    error_code: { takes: ['null', `repeat('x', 40)`], refuses: [`repeat('x', 41)`] },
    error_message: { takes: ['null', `repeat('x', 500)`], refuses: [`repeat('x', 501)`] },
    progress_percentage: { takes: ['progress_percentage'], refuses: ['-1', '101'] },
    max_attempts: { takes: ['50'], refuses: ['51'] },
    skipped_photo_ids: {
      takes: [`'{}'`, 'array_fill(id, array[1000])'],
      refuses: ['array_fill(id, array[1001])'],
    },
    settings: {
      takes: [`'{}'`, `jsonb_build_object('a', repeat('x', 16375))`],
      refuses: [`'[]'`, `'null'`, `'1'`, `jsonb_build_object('a', repeat('x', 16376))`],
    },
    width: POSITIVE,
    height: POSITIVE,
    duration_seconds: { takes: ['0.01'], refuses: ['0', '-1'] },
    bytes: POSITIVE,
  },
}
