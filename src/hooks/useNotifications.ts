import { notify } from '@/lib/notify'

/** The same object on every render: effects may depend on it. Outside React, import `notify` itself. */
export const useNotifications = () => notify
