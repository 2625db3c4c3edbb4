import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
// Before what cleans up: hooks run in reverse order, and taking a page down may go wrong as well.
import './noErrors'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 })
afterEach(cleanup)
