import { auditRoutes, type Look } from '@remote-clerk/shared/contracts/http/audit.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { Printer, Search } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import administration from '../administration/AdministrationScreen.module.css';
import costs from '../costs/CostsScreen.module.css';
import styles from './CitizensAnswer.module.css';
import { deedOf } from './deeds.ts';

/** For a citizen who asks: who looked at what is kept of one's case, by institution and post. Each asking is on record. */
export function CitizensAnswer() {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { api } = useConsole();
  const [caseNumber, setCaseNumber] = useState('');
  const asking = useMutation({
    mutationFn: () => api.call(auditRoutes.readLooks, { query: { caseNumber: caseNumber.trim() } }),
  });
  const postOf = ({ post }: Look) =>
    post === 'guest' || post === 'system' ? say(`record.${post}`) : say(`post.${post}`);
  return (
    <div className={administration.section}>
      <form
        className={`${costs.wish} ${styles.notPrinted}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (caseNumber.trim()) asking.mutate();
        }}
      >
        <TextField
          label={say('record.case')}
          description={say('record.citizen.help')}
          value={caseNumber}
          onChange={setCaseNumber}
        />
        <Button type="submit" variant="primary" icon={Search} isPending={asking.isPending}>
          {say('record.citizen.find')}
        </Button>
        {asking.data && (
          <Button icon={Printer} onPress={() => window.print()}>
            {say('record.citizen.print')}
          </Button>
        )}
      </form>
      {asking.isError && (
        <Notice tone="bad" title={say('record.citizen.not-found')} todo={say(problemMessage(asking.error))} />
      )}
      {asking.data && (
        <section className={styles.answer} aria-labelledby="citizens-answer">
          <h2 id="citizens-answer" className={styles.title}>
            {say('record.citizen.title', { number: asking.data.case.number })}
          </h2>
          <p>
            {asking.data.case.institution[language]} · {format.shortDateTime(asking.data.case.askedAt)}
          </p>
          <p>{say('record.citizen.means')}</p>
          <Table
            label={say('record.citizen.title', { number: asking.data.case.number })}
            rows={asking.data.looks}
            empty={say('record.citizen.nobody')}
            columns={[
              { id: 'at', header: say('column.at'), cell: (row) => format.shortDateTime(row.at) },
              { id: 'organisation', header: say('record.organisation'), cell: (row) => row.organisation },
              { id: 'post', header: say('column.actor'), cell: postOf },
              {
                id: 'deed',
                header: say('record.deed'),
                cell: (row) => (row.result === 'refused' ? say('record.deed.refused') : say(deedOf(row.action))),
              },
              { id: 'reason', header: say('record.reason'), cell: (row) => row.reason ?? '—' },
            ]}
          />
        </section>
      )}
    </div>
  );
}
