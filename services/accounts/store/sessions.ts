import type { Queryable } from '@souk/kit/database'

export type Kind = 'customer' | 'staff'

export interface Session {
  id: string
  createdAt: Date
  lastUsedAt: Date
  expiresAt: Date
}

export interface FoundToken {
  sessionId: string
  kind: Kind
  subjectId: string
  sessionExpiresAt: Date
  expiresAt: Date
  usedAt: Date | null
  sealed: Buffer | null
}

/** Sessions and their refresh tokens. */
export function sessions(sql: Queryable) {
  return {
    async add(added: {
      id: string
      kind: Kind
      subjectId: string
      at: string
      expiresAt: string
      token: { hash: Buffer; expiresAt: string }
    }): Promise<void> {
      const { id, kind, subjectId, at, expiresAt, token } = added
      await sql`
        with opened as (
          insert into session (id, kind, subject_id, created_at, last_used_at, expires_at)
          values (${id}, ${kind}, ${subjectId}, ${at}, ${at}, ${expiresAt}) returning id)
        insert into refresh_token (hash, session_id, expires_at) select ${token.hash}, id, ${token.expiresAt} from opened`
    },

    /**
     * The token, with its session locked until the transaction ends. It is read by a statement of its own,
     * right behind the lock: one statement would see it as it was before waiting.
     */
    async lockToken(hash: Buffer): Promise<FoundToken | undefined> {
      const [, [token]] = await Promise.all([
        sql`select 1 from session where id = (select session_id from refresh_token where hash = ${hash}) for update`,
        sql<FoundToken[]>`
          select s.id as "sessionId", s.kind, s.subject_id as "subjectId", s.expires_at as "sessionExpiresAt",
            t.expires_at as "expiresAt", t.used_at as "usedAt", t.sealed
          from refresh_token t join session s on s.id = t.session_id where t.hash = ${hash}`,
      ])
      return token
    },

    /** Marks a token used and adds its successor. */
    async rotate(rotated: {
      hash: Buffer
      sealed: Buffer
      at: string
      successor: { hash: Buffer; expiresAt: string }
    }): Promise<void> {
      const { hash, sealed, at, successor } = rotated
      await sql`
        with used as (
          update refresh_token set used_at = ${at}, sealed = ${sealed} where hash = ${hash} returning session_id),
        touched as (
          update session set last_used_at = ${at} from used where id = used.session_id)
        insert into refresh_token (hash, session_id, expires_at)
        select ${successor.hash}, session_id, ${successor.expiresAt} from used`
    },

    /** Whose session it is, while it stands. */
    async find(id: string, at: string): Promise<{ kind: Kind; subjectId: string } | undefined> {
      const [row] = await sql<{ kind: Kind; subjectId: string }[]>`
        select kind, subject_id as "subjectId" from session where id = ${id} and expires_at > ${at}`
      return row
    },

    async list(subjectId: string): Promise<Session[]> {
      return await sql<Session[]>`
        select id, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
        from session where subject_id = ${subjectId} order by created_at, id`
    },

    async remove(id: string): Promise<void> {
      await sql`delete from session where id = ${id}`
    },

    /** Ends the session a token belongs to. */
    async removeByToken(hash: Buffer, kind: Kind): Promise<void> {
      await sql`
        delete from session
        where kind = ${kind} and id = (select session_id from refresh_token where hash = ${hash})`
    },

    async removeAll(subjectId: string): Promise<void> {
      await sql`delete from session where subject_id = ${subjectId}`
    },
  }
}
