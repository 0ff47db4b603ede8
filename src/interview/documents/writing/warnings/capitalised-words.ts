/** Words that are written with a capital letter, or may stand first in a sentence, without being anybody’s name. */

/** First names and surnames that are ordinary words too: taken for a name only with a capital letter within a sentence. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  (
    'the and for her his him our all any are was not but can may will would should could must mark grace hope joy ' +
    'faith rose frank patience prudence charity constance art bill bob guy jack jay june april august may rob sue ray ' +
    'pat drew grant chance chase miles dale glen heather holly ivy daisy lily violet olive ruby amber pearl crystal ' +
    'dawn eve sunny summer autumn young old long short best good strong sharp wise smart moody hardy bright fair ' +
    'green brown white black gray grey field fields price day days king cook ward hand head foot love lamb fox wolf ' +
    'bird swan wood woods hill hills lake rivers stone bridge church house hall mills mason baker butler carter ' +
    'porter potter shepherd taylor turner walker fisher hunter gardener farmer page paige bell ball banks barber ' +
    'case close cross dean doctor duke early ever few first flood ford forest free freeman gates gill gold golden gore hart ' +
    'hay heath hood hunt ice judge kind knight lane law leader link little lock low major man manning marsh mentor ' +
    'mentee more moss must new noble north south east west park parks parsons pike pool poor power read reed reeves ' +
    'reader rich root rush sage savage self service sharma side single small song speed spencer spring staff steel storey ' +
    'street sweet swift temple tidy trainer trust wells winter winters worth yard you york cope cross coward ' +
    'dear drive english french german irish welsh scott marshal marshall facilitator lead administrator researcher ' +
    'auditor colleague teacher team clinic consultant registrar fellow trainee junior senior student nurse sister'
  ).split(' '),
)

/** Neighbours of another capitalised word that make the two a thing, a body or a rule and not a person. */
export const wordsOfThings: ReadonlySet<string> = new Set(
  (
    'Microsoft Teams Zoom Word Excel Outlook Google WhatsApp Trust Royal College Health Service National Care Quality ' +
    'General Medical Council Good Practice Freedom Speak Guardian Educational Clinical Supervisor Supervision Director ' +
    'Electronic Patient Record Board Round Rounds Grand Ward Unit Suite Wing Centre Center Clinic Clinics Hospital ' +
    'Infirmary Building Theatre Department Emergency Intensive Acute Surgical Assessment Morbidity Mortality Journal ' +
    'Club Deanery University School Foundation Programme Core Specialty Training Advanced Life Support Early Warning ' +
    'Score Glasgow Coma Scale Safety Learning Quality Improvement Team Teams Day Week House Annual Review Less Than ' +
    'Full Time Working Directive European British Society Association Committee Meeting Monday Tuesday Wednesday ' +
    'Thursday Friday Saturday Sunday January February March April May June July August September October November ' +
    'December Dr Mr Mrs Ms Miss Mx Prof Professor Doctor Nurse Sister'
  ).split(' '),
)

/** Openings of a sentence: with a capitalised word behind them they are no first name. */
export const openings: ReadonlySet<string> = new Set(
  (
    'The This That These Those In On At When While During After Before For With Without Very Always Often Sometimes ' +
    'More Less Could Would Can Has Had Their They Some Most Many Much Several Few All Any Every Each Both Either ' +
    'Not Never Also And But Or If As By From To Of Our We Us You Your It Its He She His Her Him There Here How What ' +
    'Why Who Where Which Because Since Until So Then Than Too Use Make Give Take Let Ask Keep Tell Show Share Explain ' +
    'Invite Offer Start Stop Try Bring Put Set Say Thank Answer Reply Join Lead Leave Hold Help Find Learn Run Read'
  ).split(' '),
)
