#!/usr/bin/env node
import { buildIfNeeded } from '../scripts/build.ts'

await buildIfNeeded()
await import('../dist/main.js')
