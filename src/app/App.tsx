import { RouterProvider } from 'react-router-dom'
import { useLanguage } from '@/hooks/useLanguage'
import { Providers } from './Providers'
import { Splash } from './Root'
import { router } from './router'

export function App() {
  return <Providers>{useLanguage() === null ? <Splash /> : <RouterProvider router={router} />}</Providers>
}
