/** A page about work that goes on looks again by itself. */
export const lookAgain = (page: Document): void => {
  const seconds = Number(page.querySelector<HTMLElement>('[data-look-again]')?.dataset.lookAgain)
  if (seconds > 0) setTimeout(() => location.reload(), seconds * 1000)
}
