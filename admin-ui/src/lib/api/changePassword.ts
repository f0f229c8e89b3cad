import { useMutation } from '@tanstack/react-query';
import { request } from './request';

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: PasswordChange) => request<void>('/session/password', { method: 'PUT', body }),
  });
