/** @returns `make`, which works again only if one of its arguments is another than last time (by identity) */
export function rememberLast<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly made: R } | null = null;
  return (...args) => {
    if (!last || last.args.some((arg, index) => arg !== args[index])) last = { args, made: make(...args) };
    return last.made;
  };
}
