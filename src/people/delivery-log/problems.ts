/** Why a message is not sent again, or not marked. */
export type DeliveryProblem = {
  readonly kind:
    | 'delivery.unknown'
    | 'delivery.not_failed'
    | 'delivery.not_sent'
    | 'delivery.followed'
    | 'delivery.no_address'
    | 'delivery.over'
    | 'delivery.link_ended'
    | 'delivery.moved'
}

export const sentenceOfDeliveryProblem = ({
  kind,
}: DeliveryProblem | { readonly kind: 'request.key_used_otherwise' }): string => {
  switch (kind) {
    case 'delivery.unknown':
      return 'This message is not in the list. Reload the list of messages.'
    case 'delivery.not_failed':
      return 'This message has arrived or is on its way. There is nothing to send again.'
    case 'delivery.not_sent':
      return 'This message has not been sent, or it is marked as come back already. Reload the list of messages.'
    case 'delivery.followed':
      return 'A later message of the same kind has been written to this person. See what became of that one.'
    case 'delivery.no_address':
      return 'This person has no email address. Enter one on their page, or print a letter.'
    case 'delivery.over':
      return 'This message is no longer needed.'
    case 'delivery.link_ended':
      return 'The link in this message no longer opens anything. Open the person’s page and send a new link.'
    case 'delivery.moved':
      return 'This person has another email address now. Open their page and send a new link to it.'
    case 'request.key_used_otherwise':
      return 'This form was sent before with other content. Reload the list of messages.'
  }
}
