import { useMutation } from '@tanstack/react-query';
import { request } from './request';
import type { AuditVerification } from './types/settings';

/** Checks the hash chain of the whole audit log. */
export const useVerifyAudit = () =>
  useMutation({ mutationFn: () => request<AuditVerification>('/audit/verify') });
