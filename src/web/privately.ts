/** Pages are about people: no cache, shared or private, keeps them. */
export const privately = (response: Response): Response => {
  response.headers.set('Cache-Control', 'no-store')
  return response
}
