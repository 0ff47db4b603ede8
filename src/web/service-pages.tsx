/** What the service says about itself. */
export const AccessibilityPage = () => (
  <>
    <h1 className="nhsuk-heading-l">Accessibility statement</h1>
    <p>
      We want as many people as possible to be able to use this service: with a keyboard alone, with
      a screen reader, at 400% zoom, on a phone, on paper, and without scripts.
    </p>
    <h2 className="nhsuk-heading-m">How it is tested</h2>
    <p>
      Every page is checked by an automatic test against the Web Content Accessibility Guidelines
      (WCAG) 2.2, level AA, each time the software changes. Automatic tests find some problems only,
      so tell us what they miss.
    </p>
    <h2 className="nhsuk-heading-m">What we know</h2>
    <ul>
      <li>Charts have a table with the same numbers, under “Show as a table”.</li>
      <li>Wide tables scroll sideways inside their own region on a phone.</li>
    </ul>
    <h2 className="nhsuk-heading-m">If something does not work for you</h2>
    <p>
      Tell the person who runs your programme. They can give you any page on paper or in another
      form.
    </p>
  </>
)

export const PrivacyPage = () => (
  <>
    <h1 className="nhsuk-heading-l">Privacy</h1>
    <h2 className="nhsuk-heading-m">What is kept about your answers</h2>
    <p>
      Answers are stored under a pseudonym, without your name and without the time at which you gave
      them. Free text is encrypted. The pseudonym is made with a key that belongs to the programme:
      once that key is destroyed, nobody can link answers to people any more.
    </p>
    <h2 className="nhsuk-heading-m">What is not kept</h2>
    <p>
      What a mentor and a mentee say to each other in their session is not recorded anywhere in this
      service.
    </p>
    <h2 className="nhsuk-heading-m">Cookies</h2>
    <p>
      One cookie remembers that you are signed in, for 12 hours at most. There are no other cookies
      and no tracking, and no page loads anything from elsewhere.
    </p>
  </>
)
