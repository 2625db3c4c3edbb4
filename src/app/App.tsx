import { useEffect } from 'react'
import { RouterProvider } from 'react-router-dom'
import { keepModalsInHistory } from './modalHistory'
import { Providers } from './Providers'
import { router } from './router'

export function App() {
  useEffect(() => keepModalsInHistory(router), [])
  return (
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  )
}
