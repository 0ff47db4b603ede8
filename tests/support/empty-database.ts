/** The name of a database with all tables and no rows. Nobody connects to it, so that it can be copied at any time. */
export const emptyDatabase = 'turnabout_empty'
