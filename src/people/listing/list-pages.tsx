/** The people of a programme for its lead: how many stand where, and who they are. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { ProgrammeState } from '../../protocol/store.ts'
import { ButtonGroup, ButtonLink } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { NotificationBanner } from '../../web/components/notification-banner.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { StatTiles } from '../../web/components/stat-tiles.tsx'
import { Table } from '../../web/components/table.tsx'
import { Tag, type TagColour } from '../../web/components/tag.tsx'
import type { GroupCounts, ListedPerson, ListPage, Standing } from './list-rules.ts'

export type PeoplePageProps = {
  readonly programme: {
    readonly programmeId: string
    readonly name: string
    readonly state: ProgrammeState
    readonly protocol: Protocol
  }
  readonly groups: readonly GroupCounts[]
  readonly search: string
  readonly list: ListPage
  /** What has just been done, in a sentence; null: nothing. */
  readonly notice: string | null
}

const words: Readonly<Record<Standing, { readonly text: string; readonly colour: TagColour }>> = {
  not_invited: { text: 'Not invited yet', colour: 'grey' },
  invited: { text: 'Invited', colour: 'blue' },
  agreed: { text: 'Agreed', colour: 'green' },
  declined: { text: 'Declined', colour: 'white' },
  withdrawn: { text: 'Withdrawn', colour: 'orange' },
}

export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <Tag colour={words[standing].colour}>{words[standing].text}</Tag>
)

const total = (groups: readonly GroupCounts[]): number =>
  groups.flatMap(({ counts }) => Object.values(counts)).reduce((sum, n) => sum + n, 0)

export const PeoplePage = ({ programme, groups, search, list, notice }: PeoplePageProps) => (
  <>
    {notice === null ? null : <NotificationBanner kind="success">{notice}</NotificationBanner>}
    <h1 className="nhsuk-heading-l">People of {programme.name}</h1>
    <Ways programme={programme} groups={groups} />
    {total(groups) === 0 ? (
      <Nobody programme={programme} />
    ) : (
      <>
        <Groups groups={groups} protocol={programme.protocol} />
        <List programme={programme} search={search} list={list} />
      </>
    )}
  </>
)

type Part<Names extends keyof PeoplePageProps> = Pick<PeoplePageProps, Names>

const Ways = ({ programme, groups }: Part<'programme' | 'groups'>) => {
  const base = `/programmes/${programme.programmeId}/people`
  const isWaiting = groups.some(({ counts }) => counts.not_invited > 0)
  const isInvited = groups.some(({ counts }) => counts.invited > 0)
  if (programme.state === 'closed') {
    return <InsetText>This programme is closed: its people stay as they are.</InsetText>
  }
  return (
    <ButtonGroup>
      <ButtonLink href={`${base}/add`} variant="secondary">
        Add one person
      </ButtonLink>
      <ButtonLink href={`${base}/import`} variant="secondary">
        Paste or upload a table
      </ButtonLink>
      {isWaiting ? <ButtonLink href={`${base}/invite`}>Invite</ButtonLink> : null}
      {isInvited ? <a href={`${base}/letters`}>Print letters</a> : null}
      <a href={`/programmes/${programme.programmeId}/deliveries`}>Messages</a>
    </ButtonGroup>
  )
}

const Nobody = ({ programme: { protocol } }: Part<'programme'>) => (
  <InsetText>
    <p>
      Nobody is here yet. Add the {protocol.roles.mentor.plural} and the{' '}
      {protocol.roles.mentee.plural} one by one, or all at once from a table. Nobody is told before
      you invite them.
    </p>
  </InsetText>
)

const tiles = ({ counts }: GroupCounts) => [
  { value: counts.not_invited, label: words.not_invited.text },
  { value: counts.invited, label: 'Invited, no answer yet' },
  { value: counts.agreed, label: words.agreed.text },
  { value: counts.declined, label: words.declined.text },
  { value: counts.withdrawn, label: words.withdrawn.text },
]

const Groups = ({ groups, protocol }: Part<'groups'> & { readonly protocol: Protocol }) =>
  each(groups, (group) => (
    <section>
      <h2 className="nhsuk-heading-m">{protocol.roles[group.role].plural}</h2>
      <StatTiles tiles={tiles(group)} />
    </section>
  ))

const List = ({ programme, search, list }: Part<'programme' | 'search' | 'list'>) => {
  const base = `/programmes/${programme.programmeId}/people`
  const hrefOf = (page: number): string =>
    `${base}?${new URLSearchParams({ search, page: String(page) })}`
  return (
    <>
      <h2 className="nhsuk-heading-m">Everybody</h2>
      <Search action={base} search={search} />
      <Table
        id="people"
        caption={foundInWords(list, search)}
        captionSize="s"
        columns={[
          { header: 'Name' },
          { header: 'Group' },
          { header: 'State' },
          { header: 'Email' },
          { header: 'Invited' },
        ]}
        rows={list.people.map((person) => rowOf(person, programme.protocol, base))}
      />
      <Pagination current={list.page} pages={list.pages} hrefOf={hrefOf} />
    </>
  )
}

const foundInWords = ({ found, page, pages }: ListPage, search: string): string => {
  const people = found === 1 ? '1 person' : `${found} people`
  const named = search.trim() === '' ? people : `${people} with “${search.trim()}”`
  return pages === 1 ? named : `${named}, page ${page} of ${pages}`
}

const rowOf = (person: ListedPerson, protocol: Protocol, base: string) => [
  <a key="name" href={`${base}/${person.participantId}`}>
    {person.name}
  </a>,
  protocol.roles[person.role].label,
  <StandingTag key="state" standing={person.standing} />,
  person.email ?? 'By letter',
  person.invitedAt === null ? '–' : dateAndTime(person.invitedAt),
]

/** A search changes nothing, so it is a plain question: it can be kept as a bookmark. */
const Search = ({ action, search }: { readonly action: string; readonly search: string }) => (
  <form className="app-search" action={action} method="get">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="search">
        Name or email address
      </label>
      <input
        className="nhsuk-input"
        id="search"
        name="search"
        type="search"
        defaultValue={search}
      />
    </div>
    <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
      Search
    </button>
  </form>
)
