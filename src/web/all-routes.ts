/** The registry: every route there is. */
import { routes as certificates } from '../allocation/certificate/routes.ts'
import { routes as chosenPairs } from '../allocation/chosen/routes.ts'
import { routes as excludedPairs } from '../allocation/exclusions/routes.ts'
import { routes as anotherDraw } from '../allocation/procedure/again-routes.ts'
import { routes as allocation } from '../allocation/procedure/routes.ts'
import { routes as promptSheet } from '../allocation/prompt-sheets/prompt-sheet-routes.ts'
import { routes as partner } from '../allocation/publishing/partner-routes.ts'
import { routes as publishing } from '../allocation/publishing/publish-routes.ts'
import { routes as vetoes } from '../allocation/vetoes/routes.ts'
import { routes as willing } from '../allocation/willingness/routes.ts'
import { routes as withdrawal } from '../content-analysis/withdrawal-routes.ts'
import { routes as example } from '../example/routes.ts'
import { routes as board } from '../interview/board/board-routes.ts'
import { routes as changingNotes } from '../interview/board/changes-routes.ts'
import { routes as oneNote } from '../interview/board/note-routes.ts'
import { routes as concernsHandedOn } from '../interview/concerns/routes.ts'
import { routes as releasedDocuments } from '../interview/documents/released/released-routes.ts'
import { routes as ownSignOff } from '../interview/documents/signing/own-sign-off-routes.ts'
import { routes as signOff } from '../interview/documents/signing/sign-off-routes.ts'
import { routes as writing } from '../interview/documents/writing/writing-routes.ts'
import { routes as phones } from '../interview/phones/phone-routes.ts'
import { routes as recordingAudio } from '../interview/recordings/audio-routes.ts'
import { routes as recordings } from '../interview/recordings/routes.ts'
import { routes as recordingSending } from '../interview/recordings/sending-routes.ts'
import { routes as room } from '../interview/sittings/room-routes.ts'
import { routes as interview } from '../interview/sittings/routes.ts'
import { routes as sittings } from '../interview/sittings/sitting-routes.ts'
import { routes as transcripts } from '../interview/transcripts/routes.ts'
import { routes as organisations } from '../organisations/routes.ts'
import { routes as setUp } from '../organisations/set-up-routes.ts'
import { routes as signIn } from '../organisations/sign-in-routes.ts'
import { routes as aboutYou } from '../people/about-you/routes.ts'
import { routes as consent } from '../people/consent/routes.ts'
import { routes as consentSetUp } from '../people/consent/set-up-routes.ts'
import { routes as deliveryLog } from '../people/delivery-log/routes.ts'
import { routes as impactAssessment } from '../people/impact-assessment/routes.ts'
import { routes as people } from '../people/listing/people-routes.ts'
import { routes as nextCohort } from '../people/next-cohort/routes.ts'
import { routes as undo } from '../protocol/changing/undo-routes.ts'
import { routes as domains } from '../protocol/content/domains-routes.ts'
import { routes as questions } from '../protocol/content/questions-routes.ts'
import { routes as stages } from '../protocol/content/stages-routes.ts'
import { routes as editing } from '../protocol/editing/routes.ts'
import { routes as concern } from '../protocol/governance/concern-routes.ts'
import { routes as governance } from '../protocol/governance/routes.ts'
import { routes as protocolVersions } from '../protocol/reading/versions-routes.ts'
import { routes as protocol } from '../protocol/routes.ts'
import { routes as replaceProtocol } from '../protocol/starting/replace-protocol-routes.ts'
import { routes as startProgramme } from '../protocol/starting/start-programme-routes.ts'
import { routes as answering } from '../questionnaires/answering/answering-routes.ts'
import { routes as preview } from '../questionnaires/answering/preview-routes.ts'
import { routes as programmeSetUp } from '../questionnaires/set-up/set-up-routes.ts'
import { routes as collecting } from '../questionnaires/windows/collecting-routes.ts'
import { routes as plan } from '../questionnaires/windows/plan-routes.ts'
import { routes as closing } from '../report/closing/routes.ts'
import { routes as followUps } from '../report/follow-ups/routes.ts'
import { routes as outcomes } from '../report/outcomes/routes.ts'
import { routes as previewPages } from '../report/preview-routes.ts'
import { routes as report } from '../report/routes.ts'
import { routes as agreement } from '../sessions/agreement/routes.ts'
import { routes as changes } from '../sessions/changes/routes.ts'
import { routes as clarifications } from '../sessions/clarifications/routes.ts'
import { routes as delegates } from '../sessions/delegates/routes.ts'
import { routes as departures } from '../sessions/departures/routes.ts'
import { routes as exit } from '../sessions/exit/routes.ts'
import { routes as feedback } from '../sessions/feedback-routes.ts'
import { routes as mentorCertificate } from '../sessions/mentor-certificate/routes.ts'
import { routes as pack } from '../sessions/pack/routes.ts'
import { routes as planningSessions } from '../sessions/planning/routes.ts'
import { routes as preparation } from '../sessions/preparation/routes.ts'
import { routes as pairsProgress } from '../sessions/progress/routes.ts'
import { routes as pulse } from '../sessions/pulse/routes.ts'
import { routes as recordingSessions } from '../sessions/recording/routes.ts'
import { routes as timeUse } from '../sessions/time-use/routes.ts'
import type { Route } from './route.ts'
import { routes as service } from './service-routes.ts'

const all: readonly Route[] = [
  ...service,
  ...organisations,
  ...setUp,
  ...signIn,
  ...startProgramme,
  ...nextCohort,
  ...protocol,
  ...people,
  ...deliveryLog,
  ...protocolVersions,
  ...replaceProtocol,
  ...editing,
  ...governance,
  ...concern,
  ...domains,
  ...questions,
  ...stages,
  ...undo,
  ...impactAssessment,
  ...consentSetUp,
  ...consent,
  ...aboutYou,
  ...programmeSetUp,
  ...preview,
  ...previewPages,
  ...answering,
  ...collecting,
  ...plan,
  ...recordings,
  ...recordingSending,
  ...recordingAudio,
  ...willing,
  ...allocation,
  ...anotherDraw,
  ...vetoes,
  ...excludedPairs,
  ...changingNotes,
  ...board,
  ...oneNote,
  ...withdrawal,
  ...interview,
  ...writing,
  ...sittings,
  ...transcripts,
  ...room,
  ...phones,
  ...concernsHandedOn,
  ...signOff,
  ...ownSignOff,
  ...releasedDocuments,
  ...certificates,
  ...promptSheet,
  ...partner,
  ...publishing,
  ...chosenPairs,
  ...departures,
  ...delegates,
  ...planningSessions,
  ...exit,
  ...agreement,
  ...pairsProgress,
  ...timeUse,
  ...preparation,
  ...pack,
  ...recordingSessions,
  ...pulse,
  ...feedback,
  ...clarifications,
  ...changes,
  ...mentorCertificate,
  ...example,
  ...report,
  ...followUps,
  ...closing,
  ...outcomes,
]

/** Two routes with one address would hide one of them: found at start, not by a visitor. */
const withoutDuplicates = (routes: readonly Route[]): readonly Route[] => {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`)
  const twice = addresses.find((address, index) => addresses.indexOf(address) !== index)
  if (twice !== undefined) throw new Error(`Two routes have the address ${twice}`)
  return routes
}

export const allRoutes = withoutDuplicates(all)
