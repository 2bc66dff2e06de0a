import { redirect } from 'next/navigation';

/** The list of scenarios is where everything begins. */
export default function HomePage(): never {
  redirect('/scenarios');
}
