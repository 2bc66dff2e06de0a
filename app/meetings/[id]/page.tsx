import type { Metadata } from 'next';
import { PageFrame } from '@/app/components/PageFrame';
import { ToastsProvider } from '@/app/components/Toasts';
import { database } from '@/lib/db/client';
import { listDelegations } from '@/lib/people/list-delegations';
import { MeetingView } from './MeetingView';
import { readForPage } from './read-for-page';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const read = async ({ params }: Props) => {
  const { id } = await params;
  return readForPage(id, `/meetings/${encodeURIComponent(id)}`);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).meeting.title };
}

/** One meeting: when and where, who was there, the agenda with what was written down, the protocol. */
export default async function MeetingPage(props: Props) {
  const { session, meeting } = await read(props);
  return (
    <ToastsProvider>
      <PageFrame title={meeting.title} session={session}>
        <MeetingView initial={meeting} me={session.person.id} delegations={await listDelegations(database())} />
      </PageFrame>
    </ToastsProvider>
  );
}
