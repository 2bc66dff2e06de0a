/** The id of the place on the page where the changes of an item are shown. */
export function changeAnchor(item: string): string {
  return `change-${item.replaceAll(':', '-')}`;
}
