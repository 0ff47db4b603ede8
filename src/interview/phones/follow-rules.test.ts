import { expect, test } from 'vitest'
import type { ParticipantState } from '../../people/model.ts'
import type { InterviewState } from '../model.ts'
import type { Sitting } from '../sittings/model.ts'
import { type FollowStanding, followStanding } from './follow-rules.ts'

const sitting = (state: Sitting['state'], present: readonly string[]): Sitting => ({
  ...{ sitting: 1, heldOn: '2026-11-20', state },
  present: present.map((participantId) => ({ participantId, name: 'X', agreesToRecording: false })),
})

type Case = readonly [FollowStanding, ParticipantState, InterviewState, readonly Sitting[]]
const cases: readonly Case[] = [
  ['following', 'agreed', 'open', [sitting('ended', []), sitting('open', ['me'])]],
  ['not_present', 'agreed', 'open', [sitting('ended', ['me']), sitting('open', ['other'])]],
  ['between_sittings', 'agreed', 'open', [sitting('ended', ['me'])]],
  ['not_started', 'agreed', 'not_started', []],
  ['ended', 'agreed', 'ended', [sitting('ended', ['me'])]],
  ['withdrawn', 'withdrawn', 'open', [sitting('open', ['me'])]],
  ['invited', 'invited', 'open', [sitting('open', ['me'])]],
  ['declined', 'declined', 'ended', []],
]

test.each(cases)('%s: %s, interview %s', (standing, participant, interview, sittings) => {
  expect(followStanding({ participantId: 'me', participant, interview, sittings })).toBe(standing)
})
