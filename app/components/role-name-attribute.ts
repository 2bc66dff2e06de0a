/** What the name of a role carries in HTML, so that it stays one when it is copied from one text of Accord into another. */
export const roleNameAttribute = 'data-accord-role-name';
