// Made by `npm run db:types` from supabase/migrations. Do not edit.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "13"
  }
  public: {
    Tables: {
      audio_tracks: {
        Row: {
          analysis: NonNullable<Json>
          bytes: number
          content_hash: string
          created_at: string
          duration_seconds: number
          id: string
          mime_type: string
          original_filename: string
          storage_path: string
          user_id: string
        }
        Insert: {
          analysis?: NonNullable<Json>
          bytes?: number
          content_hash: string
          created_at?: string
          duration_seconds: number
          id?: string
          mime_type?: string
          original_filename: string
          storage_path: string
          user_id?: string
        }
        Update: {
          analysis?: NonNullable<Json>
          bytes?: number
          content_hash?: string
          created_at?: string
          duration_seconds?: number
          id?: string
          mime_type?: string
          original_filename?: string
          storage_path?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "audio_tracks_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      film_shares: {
        Row: {
          created_at: string
          created_by: string
          expires_at: string
          film_id: string
          id: string
          revoked_at: string | null
          token_hash: string
        }
        Insert: {
          created_at?: string
          created_by: string
          expires_at: string
          film_id: string
          id?: string
          revoked_at?: string | null
          token_hash: string
        }
        Update: {
          created_at?: string
          created_by?: string
          expires_at?: string
          film_id?: string
          id?: string
          revoked_at?: string | null
          token_hash?: string
        }
        Relationships: [
          {
            foreignKeyName: "film_shares_created_by_fkey"
            columns: ["created_by"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "film_shares_film_id_fkey"
            columns: ["film_id"]
            referencedRelation: "generated_videos"
            referencedColumns: ["id"]
          },
        ]
      }
      generated_videos: {
        Row: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        Insert: {
          attempt?: number
          bytes?: number | null
          created_at?: string
          cut?: string
          duration_seconds?: number | null
          error_code?: string | null
          error_message?: string | null
          estimated_completion_at?: string | null
          finished_at?: string | null
          height?: number | null
          id?: string
          lease_until?: string | null
          max_attempts?: number
          mime_type?: string | null
          period?: string
          progress_percentage?: number
          project_id: string
          queued_at?: string
          request_key: string
          rev?: number
          run_after?: string
          settings: NonNullable<Json>
          skipped_photo_ids?: string[]
          stage?: string | null
          status?: string
          storage_path?: string | null
          thumbnail_path?: string | null
          user_id: string
          width?: number | null
          worker?: string | null
        }
        Update: {
          attempt?: number
          bytes?: number | null
          created_at?: string
          cut?: string
          duration_seconds?: number | null
          error_code?: string | null
          error_message?: string | null
          estimated_completion_at?: string | null
          finished_at?: string | null
          height?: number | null
          id?: string
          lease_until?: string | null
          max_attempts?: number
          mime_type?: string | null
          period?: string
          progress_percentage?: number
          project_id?: string
          queued_at?: string
          request_key?: string
          rev?: number
          run_after?: string
          settings?: NonNullable<Json>
          skipped_photo_ids?: string[]
          stage?: string | null
          status?: string
          storage_path?: string | null
          thumbnail_path?: string | null
          user_id?: string
          width?: number | null
          worker?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "generated_videos_project_id_fkey"
            columns: ["project_id"]
            referencedRelation: "video_projects"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "generated_videos_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      invoices: {
        Row: {
          amount_cents: number
          currency: string
          hosted_url: string | null
          id: string
          issued_at: string
          number: string
          period_end: string
          period_start: string
          status: string
          user_id: string
        }
        Insert: {
          amount_cents: number
          currency: string
          hosted_url?: string | null
          id?: string
          issued_at?: string
          number: string
          period_end: string
          period_start: string
          status: string
          user_id: string
        }
        Update: {
          amount_cents?: number
          currency?: string
          hosted_url?: string | null
          id?: string
          issued_at?: string
          number?: string
          period_end?: string
          period_start?: string
          status?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "invoices_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      media_items: {
        Row: {
          analysis: NonNullable<Json>
          bytes: number
          content_hash: string
          created_at: string
          height: number
          id: string
          mime_type: string
          original_filename: string
          storage_path: string
          taken_at: string | null
          thumbnail_path: string | null
          user_id: string
          utc_offset_minutes: number | null
          width: number
        }
        Insert: {
          analysis?: NonNullable<Json>
          bytes?: number
          content_hash: string
          created_at?: string
          height: number
          id?: string
          mime_type: string
          original_filename: string
          storage_path: string
          taken_at?: string | null
          thumbnail_path?: string | null
          user_id?: string
          utc_offset_minutes?: number | null
          width: number
        }
        Update: {
          analysis?: NonNullable<Json>
          bytes?: number
          content_hash?: string
          created_at?: string
          height?: number
          id?: string
          mime_type?: string
          original_filename?: string
          storage_path?: string
          taken_at?: string | null
          thumbnail_path?: string | null
          user_id?: string
          utc_offset_minutes?: number | null
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: "media_items_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      notifications: {
        Row: {
          announced_at: string | null
          created_at: string
          id: string
          kind: string
          payload: NonNullable<Json>
          read_at: string | null
          user_id: string
        }
        Insert: {
          announced_at?: string | null
          created_at?: string
          id?: string
          kind: string
          payload?: NonNullable<Json>
          read_at?: string | null
          user_id: string
        }
        Update: {
          announced_at?: string | null
          created_at?: string
          id?: string
          kind?: string
          payload?: NonNullable<Json>
          read_at?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notifications_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      photos: {
        Row: {
          caption: string
          card: Json | null
          choice: string
          created_at: string
          entrance: string | null
          focus: Json | null
          hold_seconds: number | null
          id: string
          media_item_id: string
          position: string
          project_id: string
          rev: number
          user_id: string
        }
        Insert: {
          caption?: string
          card?: Json | null
          choice?: string
          created_at?: string
          entrance?: string | null
          focus?: Json | null
          hold_seconds?: number | null
          id?: string
          media_item_id: string
          position: string
          project_id: string
          rev?: number
          user_id?: string
        }
        Update: {
          caption?: string
          card?: Json | null
          choice?: string
          created_at?: string
          entrance?: string | null
          focus?: Json | null
          hold_seconds?: number | null
          id?: string
          media_item_id?: string
          position?: string
          project_id?: string
          rev?: number
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "photos_media_item_id_fkey"
            columns: ["media_item_id"]
            referencedRelation: "media_items"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "photos_project_id_fkey"
            columns: ["project_id"]
            referencedRelation: "video_projects"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "photos_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      plans: {
        Row: {
          id: string
          max_active_jobs: number
          max_duration_seconds: number
          max_photos: number
          max_storage_bytes: number
          monthly_videos: number
        }
        Insert: {
          id: string
          max_active_jobs: number
          max_duration_seconds: number
          max_photos: number
          max_storage_bytes: number
          monthly_videos: number
        }
        Update: {
          id?: string
          max_active_jobs?: number
          max_duration_seconds?: number
          max_photos?: number
          max_storage_bytes?: number
          monthly_videos?: number
        }
        Relationships: []
      }
      project_invitations: {
        Row: {
          created_at: string
          email: string
          expires_at: string
          id: string
          invited_by: string
          project_id: string
          role: string
        }
        Insert: {
          created_at?: string
          email: string
          expires_at?: string
          id?: string
          invited_by: string
          project_id: string
          role: string
        }
        Update: {
          created_at?: string
          email?: string
          expires_at?: string
          id?: string
          invited_by?: string
          project_id?: string
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: "project_invitations_invited_by_fkey"
            columns: ["invited_by"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "project_invitations_project_id_fkey"
            columns: ["project_id"]
            referencedRelation: "video_projects"
            referencedColumns: ["id"]
          },
        ]
      }
      project_members: {
        Row: {
          created_at: string
          invitation_id: string | null
          invited_as: string | null
          project_id: string
          role: string
          user_id: string
        }
        Insert: {
          created_at?: string
          invitation_id?: string | null
          invited_as?: string | null
          project_id: string
          role: string
          user_id: string
        }
        Update: {
          created_at?: string
          invitation_id?: string | null
          invited_as?: string | null
          project_id?: string
          role?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "project_members_project_id_fkey"
            columns: ["project_id"]
            referencedRelation: "video_projects"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "project_members_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      subscriptions: {
        Row: {
          period_end: string | null
          plan_id: string
          status: string
          user_id: string
        }
        Insert: {
          period_end?: string | null
          plan_id: string
          status: string
          user_id: string
        }
        Update: {
          period_end?: string | null
          plan_id?: string
          status?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "subscriptions_plan_id_fkey"
            columns: ["plan_id"]
            referencedRelation: "plans"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "subscriptions_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      usage_counters: {
        Row: {
          period: string
          user_id: string
          videos: number
        }
        Insert: {
          period: string
          user_id: string
          videos?: number
        }
        Update: {
          period?: string
          user_id?: string
          videos?: number
        }
        Relationships: [
          {
            foreignKeyName: "usage_counters_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      users: {
        Row: {
          avatar_path: string | null
          closing_since: string | null
          created_at: string
          display_name: string
          email: string
          id: string
          keep_location: boolean
          language: string
          subscription_plan: string
          total_storage_bytes: number
        }
        Insert: {
          avatar_path?: string | null
          closing_since?: string | null
          created_at?: string
          display_name?: string
          email: string
          id: string
          keep_location?: boolean
          language?: string
          subscription_plan?: string
          total_storage_bytes?: number
        }
        Update: {
          avatar_path?: string | null
          closing_since?: string | null
          created_at?: string
          display_name?: string
          email?: string
          id?: string
          keep_location?: boolean
          language?: string
          subscription_plan?: string
          total_storage_bytes?: number
        }
        Relationships: [
          {
            foreignKeyName: "users_subscription_plan_fkey"
            columns: ["subscription_plan"]
            referencedRelation: "plans"
            referencedColumns: ["id"]
          },
        ]
      }
      video_projects: {
        Row: {
          aspect_ratio: string
          created_at: string
          description: string
          duration_seconds: number
          id: string
          music: NonNullable<Json>
          rev: number
          status: string
          style: string
          title: string
          updated_at: string
          user_id: string
        }
        Insert: {
          aspect_ratio?: string
          created_at?: string
          description?: string
          duration_seconds?: number
          id?: string
          music?: NonNullable<Json>
          rev?: number
          status?: string
          style?: string
          title: string
          updated_at?: string
          user_id?: string
        }
        Update: {
          aspect_ratio?: string
          created_at?: string
          description?: string
          duration_seconds?: number
          id?: string
          music?: NonNullable<Json>
          rev?: number
          status?: string
          style?: string
          title?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "video_projects_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      accept_invitation: { Args: { invitation: string }; Returns: string }
      cancel_generation: {
        Args: { job: string }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      claim_generation: {
        Args: { only_job?: string; ttl_s?: number; worker: string }
        Returns: {
          job: Database["public"]["Tables"]["generated_videos"]["Row"]
          lease_ms: number
          token: string
          upload_path: string
        }[]
      }
      close_my_account: { Args: Record<PropertyKey, never>; Returns: undefined }
      complete_generation: {
        Args: {
          duration_seconds?: number
          height?: number
          job: string
          path: string
          skipped_photo_ids?: string[]
          thumbnail_path?: string
          token: string
          width?: number
        }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      create_film_share: {
        Args: { days?: number; film: string }
        Returns: {
          expires_at: string
          share: string
          token: string
        }[]
      }
      decline_invitation: { Args: { invitation: string }; Returns: undefined }
      delete_generation: { Args: { job: string }; Returns: undefined }
      delete_my_account: {
        Args: { only_closing?: boolean }
        Returns: undefined
      }
      duplicate_project: {
        Args: { copy: string; copy_title: string; source: string }
        Returns: {
          left_out: number
          project: Database["public"]["Tables"]["video_projects"]["Row"]
        }[]
      }
      enqueue_generation: {
        Args: { project: string; request_key: string; settings: Json }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      export_my_account: { Args: Record<PropertyKey, never>; Returns: Json }
      fail_generation: {
        Args: {
          code: string
          job: string
          message: string
          retryable: boolean
          token: string
        }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      film_plan: { Args: { job: string }; Returns: Json }
      heartbeat_generation: {
        Args: {
          eta_s?: number
          job: string
          pct: number
          stage?: string
          token: string
        }
        Returns: Json
      }
      invite_member: {
        Args: { email: string; project: string; role: string }
        Returns: {
          created_at: string
          email: string
          expires_at: string
          id: string
          invited_by: string
          project_id: string
          role: string
        }
        SetofOptions: {
          from: "*"
          to: "project_invitations"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      keep_my_account: { Args: Record<PropertyKey, never>; Returns: undefined }
      leftover_files: {
        Args: Record<PropertyKey, never>
        Returns: {
          bucket: string
          bytes: number
          path: string
        }[]
      }
      list_library: {
        Args: { after_created?: string; after_id?: string; take?: number }
        Returns: {
          brightness: number
          bytes: number
          camera: string
          created_at: string
          hash: string
          height: number
          id: string
          original_filename: string
          sharpness: number
          storage_path: string
          taken_at: string
          thumbnail_path: string
          town: Json
          utc_offset_minutes: number
          width: number
        }[]
      }
      list_projects: {
        Args: {
          only_status?: string
          search?: string
          skip?: number
          sort?: string
          take?: number
        }
        Returns: {
          cover_path: string
          project: Database["public"]["Tables"]["video_projects"]["Row"]
          total: number
        }[]
      }
      media_uses: {
        Args: { items: string[] }
        Returns: {
          photos: number
          project_id: string
          title: string
        }[]
      }
      move_generation: {
        Args: { before?: string; job: string }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }[]
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: false
          isSetofReturn: true
        }
      }
      my_files: { Args: Record<PropertyKey, never>; Returns: Json }
      my_invitations: {
        Args: Record<PropertyKey, never>
        Returns: {
          created_at: string
          id: string
          invited_by_name: string
          project_id: string
          role: string
          title: string
        }[]
      }
      open_film_share: {
        Args: { token: string }
        Returns: {
          duration_seconds: number
          expires_at: string
          finished_at: string
          height: number
          mime_type: string
          storage_path: string
          thumbnail_path: string
          title: string
          width: number
        }[]
      }
      project_people: {
        Args: { project: string }
        Returns: {
          avatar_path: string
          created_at: string
          display_name: string
          email: string
          role: string
          user_id: string
        }[]
      }
      record_billing_event: { Args: { event: Json }; Returns: string }
      release_generation: {
        Args: { died?: boolean; job: string; token: string }
        Returns: undefined
      }
      reserve_output: {
        Args: { bytes: number; job: string; mime: string; token: string }
        Returns: string
      }
      reserve_upload: {
        Args: {
          bucket: string
          bytes: number
          mime: string
          upload_key?: string
        }
        Returns: string
      }
      retry_generation: {
        Args: { job: string }
        Returns: {
          attempt: number
          bytes: number | null
          created_at: string
          cut: string
          duration_seconds: number | null
          error_code: string | null
          error_message: string | null
          estimated_completion_at: string | null
          finished_at: string | null
          height: number | null
          id: string
          lease_until: string | null
          max_attempts: number
          mime_type: string | null
          period: string
          progress_percentage: number
          project_id: string
          queued_at: string
          request_key: string
          rev: number
          run_after: string
          settings: NonNullable<Json>
          skipped_photo_ids: string[]
          stage: string | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          user_id: string
          width: number | null
          worker: string | null
        }
        SetofOptions: {
          from: "*"
          to: "generated_videos"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      revoke_film_share: { Args: { share: string }; Returns: undefined }
      storage_use: {
        Args: Record<PropertyKey, never>
        Returns: {
          bytes: number
          files: number
          kind: string
        }[]
      }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
