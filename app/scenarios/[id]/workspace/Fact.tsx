/** What there is to read where nothing may be edited: a label, and the value or a word for its absence. */
export function Fact({ label, value, none }: { readonly label: string; readonly value: string | null; readonly none: string }) {
  return (
    <p className="flex flex-col">
      <span className="font-medium">{label}</span>
      <span className={value ? '[overflow-wrap:anywhere]' : 'text-soft'}>{value ?? none}</span>
    </p>
  );
}
