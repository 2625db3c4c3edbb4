import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: '出了点问题，请再试一次。',
  network: '没有网络连接。检查网络后再试一次。',
  server: '服务器出了问题，请稍后再试。',
  session_expired: '你已退出登录，请重新登录。',
  not_allowed: '你没有权限这样做。',
  not_found: '它已经不在这里了，可能已被删除。',

  invalid_credentials: '邮箱或密码不正确，请检查后再试。',
  user_already_exists: '这个邮箱已有账号，请直接登录。',
  email_exists: '这个邮箱已有账号，请直接登录。',
  weak_password: '这个密码太容易被猜到，请至少使用 8 个字符。',
  email_address_invalid: '这个邮箱地址看起来不对，检查一下有没有输错。',
  validation_failed: '这个邮箱地址看起来不对，检查一下有没有输错。',
  email_not_confirmed: '请先确认邮箱：打开我们发给你的链接，然后登录。',
  over_request_rate_limit: '尝试次数太多。等一分钟再试。',
  over_email_send_rate_limit: '邮件发送太多。等几分钟再试。',
  same_password: '这就是你现在的密码，请换一个。',
  otp_expired: '这个链接已经用过，或者太旧了。请获取新链接。',
  session_not_found: '你已退出登录。请获取新链接，或重新登录。',
  reauthentication_needed: '请再登录一次，然后设置新密码。',
  signup_disabled: '目前不开放注册新账号。',
  user_banned: '这个账号已被封禁。',

  PGRST116: '它已经不在这里了，可能已被删除。',
  PGRST301: '你已退出登录，请重新登录。',
  PGRST303: '你已退出登录，请重新登录。',
  bad_row: '这个页面比服务器旧，请重新加载。',
} satisfies Words<typeof english>
