import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { Listing } from './Listing.tsx';
import { useContactPoints, useInstitutions, usePublicServices } from './use-organisation.ts';

export function Institutions() {
  const say = useMessages();
  const { language } = useLanguage();
  return (
    <Listing query={useInstitutions()}>
      {(rows) => (
        <Table
          label={say('administration.institutions')}
          rows={rows}
          columns={[
            {
              id: 'name',
              header: say('column.name'),
              sortBy: (row) => row.name[language],
              cell: (row) => row.name[language],
            },
            { id: 'code', header: say('column.code'), sortBy: (row) => row.code, cell: (row) => row.code },
          ]}
        />
      )}
    </Listing>
  );
}

export function PublicServices() {
  const say = useMessages();
  const { language } = useLanguage();
  const { data: institutions = [] } = useInstitutions();
  const institution = (id: string) => institutions.find((each) => each.id === id)?.name[language] ?? '';
  return (
    <Listing query={usePublicServices()}>
      {(rows) => (
        <Table
          label={say('administration.services')}
          rows={rows}
          columns={[
            {
              id: 'name',
              header: say('column.name'),
              sortBy: (row) => row.name[language],
              cell: (row) => row.name[language],
            },
            {
              id: 'institution',
              header: say('case.institution'),
              sortBy: (row) => institution(row.institutionId),
              cell: (row) => institution(row.institutionId),
            },
            {
              id: 'minutes',
              header: say('column.minutes'),
              isNumber: true,
              sortBy: (row) => row.minutes,
              cell: (row) => row.minutes,
            },
          ]}
        />
      )}
    </Listing>
  );
}

export function ContactPoints() {
  const say = useMessages();
  return (
    <Listing query={useContactPoints()}>
      {(rows) => (
        <Table
          label={say('administration.contact-points')}
          rows={rows}
          columns={[
            { id: 'name', header: say('column.name'), sortBy: (row) => row.name, cell: (row) => row.name },
            { id: 'address', header: say('column.address'), sortBy: (row) => row.address, cell: (row) => row.address },
          ]}
        />
      )}
    </Listing>
  );
}
