import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageFrame } from '@/app/components/PageFrame';
import { requirePerson } from '@/app/session';
import { unlessMissing } from '@/app/unless-missing';
import { readCollection } from '@/lib/collections/read-collection';
import { database } from '@/lib/db/client';
import { isLanguage, textIn, type Language } from '@/lib/domain/languages';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { CollectionNav } from '../CollectionNav';
import { SideAssessment } from './SideAssessment';
import { SideFigures } from './SideFigures';
import { SidePickers } from './SidePickers';
import { SideWording } from './SideWording';
import { parseSides, sidesPath, sideParts, type Sides } from './sides';

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const read = cache(async (id: string, returnTo: string) => {
  const session = await requirePerson(returnTo);
  return { session, collection: await unlessMissing(readCollection(database(), session.actor, id)) };
});

async function asked({ params, searchParams }: Props): Promise<{ readonly id: string; readonly sides: Sides; readonly language: Language }> {
  const locale = await getLocale();
  return { id: (await params).id, sides: parseSides(await searchParams), language: isLanguage(locale) ? locale : 'en' };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, sides, language } = await asked(props);
  const { collection } = await read(id, sidesPath(id, sides));
  return { title: `${(await getTranslations('collections'))('sides.title')} · ${textIn(collection.name, language)}` };
}

/** `?left=…&right=…&part=figures|assessment|wording`: two scenarios of a collection beside each other, to be read; by default its first two. */
export default async function SideBySidePage(props: Props) {
  const { id, sides: wanted, language } = await asked(props);
  const { session, collection } = await read(id, sidesPath(id, wanted));
  const t = await getTranslations('collections');
  const untitled = (await getTranslations('scenarios'))('untitled');
  const { scenarios } = collection;
  const [first, second] = [wanted.left ?? scenarios[0]?.id, wanted.right ?? scenarios.find((each) => each.id !== (wanted.left ?? scenarios[0]?.id))?.id];
  const isIn = (scenario: string | undefined): boolean => scenarios.some((each) => each.id === scenario);
  if ((wanted.left && !isIn(wanted.left)) || (wanted.right && !isIn(wanted.right))) notFound();
  const sides = { left: first ?? null, right: second ?? null, part: wanted.part };
  const titleOf = (scenario: string): string => {
    const index = scenarios.findIndex((each) => each.id === scenario);
    return t('numbered', { number: index + 1, title: textIn(scenarios[index]!.title, language) || untitled });
  };
  const both = first && second ? await Promise.all([first, second].map(async (scenario) => ({ id: scenario, title: titleOf(scenario), scenario: (await unlessMissing(readScenario(database(), session.actor, scenario))).scenario }))) : [];
  const Part = { figures: SideFigures, assessment: SideAssessment, wording: SideWording }[sides.part];
  return (
    <PageFrame title={textIn(collection.name, language)} session={session}>
      <CollectionNav collection={id} here="side-by-side" />
      {both.length < 2 ? (
        <p className="border-y py-10 text-center text-soft">{t('sides.too-few')}</p>
      ) : (
        <>
          <SidePickers collection={id} sides={sides} options={scenarios.map((each) => ({ id: each.id, title: titleOf(each.id) }))} />
          <nav aria-label={t('sides.parts')} className="my-3 flex flex-wrap gap-1 print:hidden">
            {sideParts.map((part) => (
              <Link key={part} href={sidesPath(id, { ...sides, part })} aria-current={part === sides.part ? 'page' : undefined} className="rounded px-2 py-1 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent">
                {t(`sides.${part}`)}
              </Link>
            ))}
          </nav>
          <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
            {both.map((side, index) => (
              // the same scenario may stand on both sides
              <section key={index} aria-label={side.title} data-side={index === 0 ? 'left' : 'right'} className="min-w-0">
                <h2 className="mb-2 border-b pb-1 text-lg font-semibold [overflow-wrap:anywhere]">
                  <Link href={`/scenarios/${side.id}`} className="text-accent underline underline-offset-2">
                    {side.title}
                  </Link>
                </h2>
                <Part scenario={side.scenario} language={language} />
              </section>
            ))}
          </div>
        </>
      )}
    </PageFrame>
  );
}
