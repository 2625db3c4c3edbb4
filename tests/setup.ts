import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
// Before what cleans up: hooks run in reverse order, and taking a page down may go wrong as well.
import './noErrors'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)
