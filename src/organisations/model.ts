/** Who runs programmes: an organisation and its staff. */
export const organisationRoles = ['administrator', 'auditor'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

export type Organisation = {
  readonly organisationId: string
  readonly kind: 'installation' | 'example' | 'own'
  readonly name: string
}

export type StaffMember = {
  readonly staffId: string
  readonly name: string
  readonly email: string
}

export type StaffWithRoles = StaffMember & { readonly roles: readonly OrganisationRole[] }
