export const SkipLink = () => (
  <a className="nhsuk-skip-link" data-module="nhsuk-skip-link" href="#maincontent">
    Skip to main content
  </a>
)
