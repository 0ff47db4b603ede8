#!/usr/bin/env node
import { buildIfNeeded } from '../scripts/build.ts'

await import(await buildIfNeeded())
