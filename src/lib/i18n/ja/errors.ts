import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: '問題が起きました。もう一度お試しください。',
  network: '接続がありません。インターネットを確認して、もう一度お試しください。',
  server: 'サーバーで問題が起きました。少し待ってからもう一度お試しください。',
  session_expired: 'ログアウトされました。もう一度ログインしてください。',
  not_allowed: 'この操作をする権限がありません。',
  not_found: 'もうここにはありません。削除されたのかもしれません。',

  invalid_credentials: 'メールアドレスかパスワードが違います。確認して、もう一度お試しください。',
  user_already_exists: 'このメールアドレスのアカウントはすでにあります。ログインしてください。',
  email_exists: 'このメールアドレスのアカウントはすでにあります。ログインしてください。',
  weak_password: 'このパスワードは推測されやすいものです。8文字以上にしてください。',
  email_address_invalid: 'メールアドレスが正しくないようです。入力ミスがないかご確認ください。',
  validation_failed: 'メールアドレスが正しくないようです。入力ミスがないかご確認ください。',
  email_not_confirmed:
    '先にメールアドレスを確認してください。お送りしたリンクを開いてから、ログインしてください。',
  over_request_rate_limit: '試した回数が多すぎます。1分待ってからもう一度お試しください。',
  over_email_send_rate_limit: 'メールの送信が多すぎます。数分待ってからもう一度お試しください。',
  same_password: '今お使いのパスワードです。別のものにしてください。',
  otp_expired: 'このリンクは使用済みか、古すぎます。新しいリンクを受け取ってください。',
  session_not_found: 'ログアウトされました。新しいリンクを受け取るか、ログインしてください。',
  reauthentication_needed: 'もう一度ログインしてから、新しいパスワードを決めてください。',
  signup_disabled: '現在、新しいアカウントは作成できません。',
  user_banned: 'このアカウントは停止されています。',

  PGRST116: 'もうここにはありません。削除されたのかもしれません。',
  PGRST301: 'ログアウトされました。もう一度ログインしてください。',
  PGRST303: 'ログアウトされました。もう一度ログインしてください。',
  bad_row: 'このページはサーバーより古くなっています。再読み込みしてください。',
} satisfies Words<typeof english>
