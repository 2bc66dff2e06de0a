'use client';
import { useTranslations } from 'next-intl';
import { Badge } from '@/app/components/Badge';
import type { MeetingCourse } from '@/lib/domain/meetings';

/** How far a meeting has come; nothing beside one that is simply planned. */
export function CourseBadge({ course }: { readonly course: MeetingCourse | 'missed' }) {
  const t = useTranslations('meetings.course');
  if (course === 'planned') return null;
  return <Badge tone={course === 'running' ? 'accent' : 'plain'}>{t(course)}</Badge>;
}
