/** A button that prints the page helps only where scripts run, so it is hidden until then. */
export const showPrintButtons = (page: Document): void => {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
