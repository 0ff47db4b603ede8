/** What every mentor is told when no draw was made, in the same words for all: getting them tells nothing. */

export const reconsiderHeading = 'Look at your choices again'

const whatToDo =
  'The more people you say yes to, the more pairs are possible. You do not have to change anything. Nobody is told what you said before, or whether you change it.'

/** On the page, whatever the lead opened the choices again for. */
export const reconsiderParagraphs: readonly string[] = [
  'No draw was made with the choices given so far. They are open again, and every mentor is asked in these same words to look at theirs, whatever they said.',
  whatToDo,
]

/** In the mail, which the lead sends where the draw could not be made. */
export const reconsiderMailParagraphs: readonly string[] = [
  'The draw could not be made with the choices given so far. They are open again, and every mentor is asked in these same words to look at theirs, whatever they said.',
  whatToDo,
]
