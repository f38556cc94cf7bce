import { NodeLoad, RoomFigures } from '@remote-clerk/shared/contracts/node/messages.ts';
import { NodeBootId, NodeId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';

const MediaNode = z
  .object({
    id: NodeId,
    boot_id: NodeBootId,
    url: z.string(),
    load: jsonColumn(NodeLoad),
    rooms: jsonColumn(z.array(RoomFigures)),
    last_seen_at: Instant,
  })
  .transform((row) => ({
    id: row.id,
    bootId: row.boot_id,
    url: row.url,
    load: row.load,
    /** As it said last. */
    rooms: row.rooms,
    lastSeenAt: row.last_seen_at,
  }));
export type MediaNode = z.output<typeof MediaNode>;

/** Rows of `media_nodes`. They belong to the installation, not to an organisation, and hold nobody's data. */
export function createNodesRepository(db: Database) {
  return {
    async save(node: MediaNode): Promise<void> {
      await db
        .connection('media_nodes')
        .insert({
          id: node.id,
          boot_id: node.bootId,
          url: node.url,
          load: toJson(node.load),
          rooms: toJson(node.rooms),
          last_seen_at: node.lastSeenAt,
        })
        .onConflict('id')
        .merge();
    },
    async setSeen(
      id: NodeId,
      bootId: NodeBootId,
      at: Instant,
      said?: { load: NodeLoad; rooms: RoomFigures[] },
    ): Promise<void> {
      await db
        .connection('media_nodes')
        .where({ id, boot_id: bootId })
        .update({ last_seen_at: at, ...(said && { load: toJson(said.load), rooms: toJson(said.rooms) }) });
    },
    async setAllSeen(at: Instant): Promise<void> {
      await db.connection('media_nodes').update({ last_seen_at: at });
    },
    async list(): Promise<MediaNode[]> {
      return z.array(MediaNode).parse(await db.connection('media_nodes').select('*'));
    },
    /** @returns whether the report is new; one that came before is to be forgotten */
    async rememberReport(id: string, at: Instant): Promise<boolean> {
      const inserted = await db
        .connection('room_reports')
        .insert({ id, received_at: at })
        .onConflict('id')
        .ignore()
        .returning('id');
      return inserted.length === 1;
    },
    async deleteReportsBefore(instant: Instant): Promise<void> {
      await db.connection('room_reports').where('received_at', '<', instant).delete();
    },
  };
}
