import { parsePrintedHead, printedHead } from '@/lib/domain/printed-head';
import { verifyChain } from '@/lib/sign-offs/verify-chain';
import { runCommand, withDatabase } from './run-command';

const usage = `Usage:
  npm run verify                       checks every record of the chain of sign-offs, and what it speaks of
  npm run verify -- --head <head>      also against the head of the chain that stands on a printed record

Ends with 0 if all is as it was written, 1 if something is not, 2 if it was asked wrongly, 3 if it could not look
(say, since the database cannot be reached).
`;

/** Nothing was found changed, nor anything unchanged: a watch that runs the command can tell the two apart. */
const couldNotLook = 3;

/** Tells whether anything that was signed has been changed: exit code 0 if nothing has, 1 if something has, 3 (by the frame) if it could not look. */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const printed = words[0] === '--head' ? words.slice(1).join('') : undefined;
  if (words.length > 0 && !printed) {
    process.stderr.write(usage);
    return 2;
  }
  // A head that was copied wrongly says nothing of the chain.
  if (printed !== undefined && !parsePrintedHead(printed)) {
    process.stderr.write(`"${printed}" is no head as Accord prints it (for example 17-${'4f'.repeat(3)}…)\n\n${usage}`);
    return 2;
  }
  return withDatabase(async (db) => {
    const { head, snapshots, problems } = await verifyChain(db, printed);
    for (const { row, what } of problems) process.stderr.write(`${row}: ${what}\n`);
    if (problems.length > 0) return 1;
    process.stdout.write(`${head.position} records and ${snapshots} versions are as they were written.\nHead of the chain: ${printedHead(head)}\n`);
    return 0;
  });
}

runCommand(main, couldNotLook);
